package org.passerelle;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonValue;

/** What the program asks of its store while a test listens. */
public final class StoreCommands implements CommandListener {

    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean listens;

    /**
     * One command.
     *
     * @param thread that asked
     * @param text the whole command as JSON
     */
    public record Asked(String thread, String name, String collection, String text) {}

    /** Forgets what was asked before. */
    public void begin() {
        asked.clear();
        listens = true;
    }

    public void end() {
        listens = false;
    }

    /** The driver tells on the thread that asks. */
    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (listens) {
            String name = event.getCommandName();
            BsonValue of = event.getCommand().get(name);
            String collection = of != null && of.isString() ? of.asString().getValue() : "";
            asked.add(new Asked(
                    Thread.currentThread().getName(),
                    name,
                    collection,
                    event.getCommand().toJson()));
        }
    }

    /** What was asked with {@code words} in it, in order. */
    public List<Asked> naming(String words) {
        return asked.stream().filter(each -> each.text().contains(words)).toList();
    }
}
