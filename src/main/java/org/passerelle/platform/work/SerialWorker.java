package org.passerelle.platform.work;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.StoreFailure;
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

    private static final int PATIENCE_SECONDS = 10;

    private final String name;
    private volatile @Nullable ThreadPoolExecutor thread;

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

    private ThreadPoolExecutor oneThread() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(LONGEST_QUEUE),
                this::named,
                (task, full) -> task.run());
    }

    private Thread named(Runnable task) {
        Thread made = new Thread(task, name);
        made.setDaemon(true);
        made.setUncaughtExceptionHandler((failed, e) -> report(e));
        return made;
    }

    /** Counts and logs what a piece of work threw; on the thread that works for whoever began it, so that the line has their id. */
    void report(Throwable e) {
        WorkFailures.note(name);
        StoreFailure.log(LOG, "Work of " + name + " failed and is tried again later", e);
    }

    /** Before the start and after the end {@code task} runs at once; then a {@link CoalescingQueue} has nothing to do in it. */
    public void execute(Runnable task) {
        ThreadPoolExecutor current = thread;
        if (current == null) {
            task.run();
        } else {
            current.execute(CorrelationId.carried(() -> Fence.around(task).ifPresent(this::report)));
        }
    }

    @Override
    public void start() {
        thread = oneThread();
    }

    /** Lets the look in hand end, while the database is still there, and begins no other. */
    @Override
    public void stop() {
        ThreadPoolExecutor ending = thread;
        thread = null;
        if (ending == null) {
            return;
        }
        ending.shutdown();
        try {
            if (!ending.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Work of {} is still being done", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
