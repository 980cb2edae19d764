package org.passerelle.platform.work;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes the threads of the program, together with {@link WorkTimer}; nobody else does. Each is a daemon and has the name of its
 * work, by which the log and the metrics tell whose work failed. What a task throws is logged and counted, unless it belongs to
 * a {@link java.util.concurrent.Future}, whose reader gets it. A task works for whoever handed it over ({@link CorrelationId}).
 */
public final class WorkExecutors {

    /** After so long without work a thread ends. */
    static final Duration IDLE = Duration.ofSeconds(10);

    private WorkExecutors() {}

    /** At most {@code threads} tasks at once; the others wait, however many they are. */
    public static ExecutorService pool(String name, int threads) {
        return new Pool(name, threads, threads, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.AbortPolicy());
    }

    /** A thread for each task; whoever hands them over bounds how many there are at once. */
    public static ExecutorService threadPerTask(String name) {
        return new Pool(name, 0, Integer.MAX_VALUE, new SynchronousQueue<>(), new ThreadPoolExecutor.AbortPolicy());
    }

    /** One task at a time, in their order; what does not fit into the queue is done by whoever hands it over. */
    static ExecutorService serial(String name, int longestQueue) {
        return new Pool(name, 1, 1, new ArrayBlockingQueue<>(longestQueue), (task, full) -> task.run());
    }

    /** A thread for work that goes on as long as the program does; to be started by whoever has it made. */
    public static Thread thread(String name, Runnable work) {
        return threads(name).newThread(WorkFailures.carried(name, work));
    }

    /** Begins nothing more, and waits for what is in hand; false if that takes longer than {@code longest}. */
    static boolean stop(ExecutorService ending, Duration longest) {
        ending.shutdown();
        try {
            return ending.awaitTermination(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static ThreadFactory threads(String name) {
        return task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            made.setUncaughtExceptionHandler((ended, e) -> WorkFailures.report(name, e));
            return made;
        };
    }

    private static final class Pool extends ThreadPoolExecutor {

        private final String name;

        Pool(String name, int fewest, int most, BlockingQueue<Runnable> queue, RejectedExecutionHandler tooMany) {
            super(fewest, most, IDLE.toMillis(), TimeUnit.MILLISECONDS, queue, threads(name), tooMany);
            this.name = name;
            allowCoreThreadTimeOut(true);
        }

        @Override
        public void execute(Runnable task) {
            super.execute(WorkFailures.carried(name, task));
        }
    }
}
