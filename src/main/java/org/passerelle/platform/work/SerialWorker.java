package org.passerelle.platform.work;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does work in the background, one thing at a time, in the order given. Nothing is lost when the program ends before a thing is
 * done, for each can be found out again from what is stored. The bean does what follows from bookings, after they are written
 * and answered.
 */
@Component
public class SerialWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SerialWorker.class);

    /** Each {@link CoalescingQueue} has at most one thing to do in here. */
    private static final int LONGEST_QUEUE = 100;

    private static final Duration LONGEST_END = Duration.ofSeconds(10);
    private static final int LONGEST_NAME = 100;

    private final String name;
    private volatile @Nullable ExecutorService thread;

    public SerialWorker() {
        this("bookings");
    }

    /**
     * Another one, for what would keep the others waiting; started and stopped by whoever makes it.
     *
     * @param name of the thread, and by which the log and the metrics tell whose work failed
     */
    public SerialWorker(String name) {
        this.name = name;
    }

    /**
     * Counts and logs what a piece of work threw; on the thread that works for whoever began it, so that the line has their id.
     *
     * @param about what it was about, in words of this program
     */
    void report(String about, Throwable e) {
        WorkFailures.report(
                LOG,
                name,
                "Work of " + name + " on " + Text.line(about, LONGEST_NAME) + " failed and is tried again later",
                e);
    }

    /** Before the start and after the end {@code task} runs at once; then a {@link CoalescingQueue} has nothing to do in it. */
    public void execute(Runnable task) {
        ExecutorService current = thread;
        if (current == null) {
            task.run();
        } else {
            current.execute(task);
        }
    }

    @Override
    public void start() {
        thread = WorkExecutors.serial(name, LONGEST_QUEUE);
    }

    /** Lets the look in hand end, while the database is still there, and begins no other. */
    @Override
    public void stop() {
        ExecutorService ending = thread;
        thread = null;
        if (ending != null && !WorkExecutors.stop(ending, LONGEST_END)) {
            LOG.warn("Work of {} is still being done", name);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
