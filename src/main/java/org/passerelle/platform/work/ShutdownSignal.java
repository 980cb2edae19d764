package org.passerelle.platform.work;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells long work that the program ends, before anything that the work needs is taken away. */
@Component
public class ShutdownSignal {

    private volatile boolean given;

    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public void give() {
        given = true;
    }

    /**
     * To be called every few milliseconds by what takes long and can be broken off.
     *
     * @throws WorkStopped if the program ends, or this thread is interrupted
     */
    public void check() {
        if (given || Thread.currentThread().isInterrupted()) {
            throw new WorkStopped();
        }
    }
}
