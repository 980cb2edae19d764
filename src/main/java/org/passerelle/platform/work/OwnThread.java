package org.passerelle.platform.work;

import org.springframework.context.SmartLifecycle;

/** Something with {@link SerialWorker} of its own, begun and ended with the program, for what would keep all else waiting. */
public abstract class OwnThread implements SmartLifecycle {

    protected final SerialWorker thread;

    protected OwnThread(SerialWorker thread) {
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
