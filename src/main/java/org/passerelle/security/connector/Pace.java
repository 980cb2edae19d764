package org.passerelle.security.connector;

import java.time.Duration;

/**
 * How slow a client may be.
 *
 * @param grace for nothing at all
 * @param bytesPerSecond that must have come, or gone, on top of it, on average since the beginning
 * @param longest however much comes
 */
record Pace(Duration grace, long bytesPerSecond, Duration longest) {

    /** A request: a slow telephone line passes. */
    static final Pace OF_BODIES = new Pace(Duration.ofSeconds(5), 1024, Duration.ofMinutes(1));

    /** The rest of a request that was refused; read only because most clients look for the answer after they have sent all. */
    static final Pace OF_DROPPED_BODIES = new Pace(Duration.ofSeconds(2), 512 * 1024, Duration.ofSeconds(10));

    /** An answer: a feed of 2 MB over a slow telephone line passes. */
    static final Pace OF_ANSWERS = new Pace(Duration.ofSeconds(20), 8 * 1024, Duration.ofMinutes(10));

    boolean isMissed(Duration elapsed, long bytes) {
        Duration earned = Duration.ofMillis(bytes * 1000 / bytesPerSecond);
        return elapsed.compareTo(longest) > 0 || elapsed.compareTo(grace.plus(earned)) > 0;
    }
}
