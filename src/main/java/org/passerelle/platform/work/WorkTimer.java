package org.passerelle.platform.work;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Has work done after a while, or again and again, one task at a time on a thread of its own; the thread ends while nothing is
 * planned. Whatever a task throws is logged and counted under the name of the timer, and work that comes round goes on coming
 * round.
 */
public final class WorkTimer implements AutoCloseable {

    private static final WorkTimer COMMON = new WorkTimer("delays");

    private final String name;
    private final ScheduledThreadPoolExecutor thread;

    /** @param name of the thread, and by which the log and the metrics tell whose work failed */
    public WorkTimer(String name) {
        this.name = name;
        this.thread =
                new ScheduledThreadPoolExecutor(1, WorkExecutors.threads(name), new ThreadPoolExecutor.DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setKeepAliveTime(WorkExecutors.IDLE.toMillis(), TimeUnit.MILLISECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    /** Hands each task on to {@code executor} when {@code pause} is over, as part of what its giver works for. */
    public static Executor delayed(Duration pause, Executor executor) {
        return task -> {
            Runnable carried = CorrelationId.carried(task);
            COMMON.after(pause, () -> executor.execute(carried));
        };
    }

    /** Does {@code task} once, as part of what this thread works for now. Never, if the timer has ended by then. */
    public Future<?> after(Duration pause, Runnable task) {
        return thread.schedule(WorkFailures.carried(name, task), Math.max(0, pause.toNanos()), TimeUnit.NANOSECONDS);
    }

    /** As {@link #every(Duration, Duration, Runnable)}, for the first time after a pause. */
    public void every(Duration pause, Runnable task) {
        every(pause, pause, task);
    }

    /**
     * Does {@code task} until the timer ends, each time as a job with an id of its own.
     *
     * @param first how long until the first time
     * @param pause from the end of one time to the beginning of the next
     */
    public void every(Duration first, Duration pause, Runnable task) {
        thread.scheduleWithFixedDelay(
                CorrelationId.asJob(WorkFailures.fenced(name, task)),
                first.toNanos(),
                pause.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** Begins nothing more, and waits for what is in hand; false if that takes longer than {@code longest}. */
    public boolean stop(Duration longest) {
        return WorkExecutors.stop(thread, longest);
    }

    /** Begins nothing more, and interrupts what is in hand. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
