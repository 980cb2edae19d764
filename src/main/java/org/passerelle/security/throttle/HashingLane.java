package org.passerelle.security.throttle;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Hashes a few passwords at a time and lets a few more wait; whoever finds the queue full is refused at once, so that neither the
 * processor nor the threads that serve requests are used up by passwords.
 */
final class HashingLane {

    private static final Duration REFUSED_FOR = Duration.ofSeconds(2);

    private final Semaphore running;
    private final Semaphore places;
    private final Duration longestWait;

    /**
     * @param atOnce how many are hashed at a time
     * @param waiting how many more wait, each at most {@code longestWait}
     */
    HashingLane(int atOnce, int waiting, Duration longestWait) {
        this.running = new Semaphore(atOnce, true);
        this.places = new Semaphore(atOnce + waiting);
        this.longestWait = longestWait;
    }

    /** @throws TooManyAttempts if it cannot be done soon; then nothing was hashed */
    boolean run(BooleanSupplier hashing) {
        if (!places.tryAcquire()) {
            throw new TooManyAttempts(REFUSED_FOR);
        }
        try {
            if (!running.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyAttempts(REFUSED_FOR);
            }
            try {
                return hashing.getAsBoolean();
            } finally {
                running.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts(REFUSED_FOR);
        } finally {
            places.release();
        }
    }
}
