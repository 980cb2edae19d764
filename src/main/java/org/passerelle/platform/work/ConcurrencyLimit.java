package org.passerelle.platform.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many do something at the same time and the others wait a while, in the order in which they came. */
public final class ConcurrencyLimit {

    private static final Duration ANOTHER_TRY = Duration.ofSeconds(10);

    private final Semaphore free;
    private final Duration longestWait;

    /** @param longestWait how long to wait for one of {@code atOnce} to be done */
    public ConcurrencyLimit(int atOnce, Duration longestWait) {
        this.free = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /** @throws WorkRefused if the others took too long */
    public <T> T within(Supplier<T> work) {
        acquire();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new WorkRefused(ANOTHER_TRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkStopped();
        }
    }
}
