package org.passerelle.platform.work;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.passerelle.platform.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs work in the background that threw, and tells whoever counts it. Whoever runs the work tries it again. */
public final class WorkFailures {

    private static final Logger LOG = LoggerFactory.getLogger(WorkFailures.class);

    private static final List<Consumer<String>> LISTENERS = new CopyOnWriteArrayList<>();

    private WorkFailures() {}

    /** @param work a word of this program for what failed, such as {@code mail}; never one that comes from outside */
    public static void note(String work) {
        LISTENERS.forEach(listener -> listener.accept(work));
    }

    /** Counts what {@code work} threw, and logs it; on the thread that failed, so that the line has the id of what it worked for. */
    static void report(String work, Throwable e) {
        report(LOG, work, "Work of " + work + " failed", e);
    }

    /**
     * Counts what {@code work} threw, and logs it as {@link StoreFailure#log} does.
     *
     * @param what begins the line, such as "The calendar was not read"
     */
    public static void report(Logger log, String work, String what, Throwable e) {
        note(work);
        StoreFailure.log(log, what, e);
    }

    /** {@code task} as part of what this thread works for now; whatever it throws is reported. */
    static Runnable carried(String work, Runnable task) {
        return CorrelationId.carried(fenced(work, task));
    }

    /** {@code task}; whatever it throws is reported, and no more is heard of it. */
    static Runnable fenced(String work, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (WorkStopped e) {
                LOG.debug("Work of {} was broken off, for the program ends", work);
            } catch (RuntimeException | Error e) {
                report(work, e);
            }
        };
    }

    /** Has {@code listener} told of each failure from now on, on the thread that failed. */
    public static void follow(Consumer<String> listener) {
        LISTENERS.add(listener);
    }

    public static void unfollow(Consumer<String> listener) {
        LISTENERS.remove(listener);
    }
}
