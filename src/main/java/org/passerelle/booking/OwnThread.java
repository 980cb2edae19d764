package org.passerelle.booking;

import org.springframework.context.SmartLifecycle;

/** Something with {@link Afterwards} of its own, begun and ended with the program, for what would keep all else waiting. */
public abstract class OwnThread implements SmartLifecycle {

    protected final Afterwards thread;

    protected OwnThread(Afterwards thread) {
        this.thread = thread;
    }

    @Override
    public final void start() {
        thread.start();
    }

    @Override
    public final void stop() {
        thread.stop();
    }

    @Override
    public final boolean isRunning() {
        return thread.isRunning();
    }
}
