package org.passerelle.platform.mongo.log;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.passerelle.platform.mongo.log.disk.LogFolder;
import org.passerelle.platform.mongo.log.disk.UnreliableFolder;

/** A log in memory that one thread has written, and what is in it. */
public final class WrittenLog {

    /** So small that segments change and are cleaned all the time. */
    public static final LogSettings SMALL = new LogSettings(8 << 10, 16 << 10, 1, Duration.ZERO, 0);

    private static final String COLLECTION = "rooms";
    private static final int DOCUMENTS = 60;

    private final Random random;
    private final LogSettings settings;
    private UnreliableFolder folder;
    private MapTable table;
    private DocumentLog log;
    private LogCleaner cleaner;
    private int written;

    /** The files of a folder, and what the documents in them say. */
    public record Copy(Map<String, byte[]> files, Map<String, String> state) {

        UnreliableFolder folder(Random random) {
            return new UnreliableFolder(files, random);
        }
    }

    public WrittenLog(Random random) throws IOException {
        this(random, SMALL);
    }

    public WrittenLog(Random random, LogSettings settings) throws IOException {
        this(Map.of(), random, settings);
    }

    private WrittenLog(Map<String, byte[]> files, Random random, LogSettings settings) throws IOException {
        this.random = random;
        this.settings = settings;
        open(files);
    }

    private void open(Map<String, byte[]> files) throws IOException {
        folder = new UnreliableFolder(files, random);
        table = new MapTable();
        log = DocumentLog.open(folder, settings, Clock.systemUTC(), table);
        cleaner = new LogCleaner(log, table, settings, Clock.systemUTC());
    }

    /** The log that goes on from a copy. */
    static WrittenLog from(Copy copy, Random random) throws IOException {
        return new WrittenLog(copy.files(), random, SMALL);
    }

    public WrittenLog write(int changes) {
        for (int i = 0; i < changes; i++) {
            byte[] id = MapTable.bytes(String.valueOf(random.nextInt(DOCUMENTS)));
            MapTable.Document document = table.put(COLLECTION, id);
            if (document.place() != null && random.nextInt(5) == 0) {
                log.remove(COLLECTION, id, document);
                table.remove(COLLECTION, id);
            } else {
                put(id, document);
            }
            if (i % 10 == 9) {
                log.awaitDurable(log.newest());
                log.mark();
                cleaner.round();
            }
        }
        log.awaitDurable(log.newest());
        return this;
    }

    private void put(byte[] id, MapTable.Document document) {
        String text = random.nextInt(1000) + ":" + written++ + ":" + random.nextInt(300);
        log.put(COLLECTION, id, MapTable.image(text), document);
    }

    DocumentLog log() {
        return log;
    }

    /** As it is while the program runs. */
    Copy copy() {
        return new Copy(folder.contents(), table.read(log));
    }

    /** After the program has ended peacefully. */
    public Copy close() {
        Map<String, String> state = table.read(log);
        log.close();
        return new Copy(folder.contents(), state);
    }

    /** What the file {@code name} holds, which is one of {@code files}. */
    public static byte[] bytes(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name).clone();
    }

    /** What the documents say of the log in {@code folder}. */
    public static Map<String, String> read(LogFolder folder) throws IOException {
        MapTable table = new MapTable();
        DocumentLog log = DocumentLog.open(folder, SMALL, Clock.systemUTC(), table);
        return table.read(log);
    }
}
