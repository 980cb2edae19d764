package org.passerelle.platform.work;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Work that comes round again and again while the program runs, on a thread of its own. What is in hand at the end is finished. */
public abstract class RegularWork implements SmartLifecycle {

    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final String name;
    private @Nullable WorkTimer timer;

    /** @param name of its thread */
    protected RegularWork(String name) {
        this.name = name;
    }

    /** Says what is to be done when; called at each start. */
    protected abstract void schedule(WorkTimer started);

    @Override
    public final synchronized void start() {
        if (timer == null) {
            WorkTimer started = new WorkTimer(name);
            schedule(started);
            timer = started;
        }
    }

    /** A look at the database is not interrupted. */
    @Override
    public final synchronized void stop() {
        if (timer != null) {
            timer.stop(LONGEST_END);
            timer = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return timer != null;
    }
}
