package org.passerelle.security.throttle;

import java.time.Duration;

/**
 * Passwords of whom nothing is known yet are hashed on half of the processors at most; those who are known have a lane of their
 * own, so that a flood of strangers does not hold them up.
 */
record HashingLanes(HashingLane strangers, HashingLane known) {

    static HashingLanes forProcessors(int processors) {
        int half = Math.max(1, processors / 2);
        return new HashingLanes(
                new HashingLane(half, 8, Duration.ofSeconds(2)), new HashingLane(half, 16, Duration.ofSeconds(5)));
    }
}
