package org.passerelle.directory;

import java.time.Duration;
import java.util.Optional;

/**
 * What is expected of those who booked a room, and what becomes of it if they do not come.
 *
 * @param grace how long after the start it is kept for people who have not checked in; empty to keep it to the end
 * @param warning how long before it is given back that is told; of a shorter grace, at the start
 * @param longest meetings that last longer keep the room
 * @param mostPeople meetings of more people keep the room
 * @param walkUp the longest that the panel at the door books it for, from now on; zero where it books nothing
 */
public record ArrivalRules(
        Optional<Duration> grace, Duration warning, Duration longest, int mostPeople, Duration walkUp) {

    /** Where the directory says nothing: no room is given back, and no panel books one. */
    public static final ArrivalRules DEFAULT =
            new ArrivalRules(Optional.empty(), Duration.ofMinutes(5), Duration.ofHours(4), 20, Duration.ZERO);

    /** @throws IllegalArgumentException if a length is negative or a grace is zero */
    public ArrivalRules {
        if (grace.filter(each -> each.isNegative() || each.isZero()).isPresent()
                || warning.isNegative()
                || longest.isNegative()
                || walkUp.isNegative()) {
            throw new IllegalArgumentException("Lengths run forwards");
        }
    }

    /** Whether a room is given back to which nobody comes for a meeting that lasts {@code length}, of {@code people}. */
    public boolean releases(Duration length, int people) {
        return grace.isPresent() && length.compareTo(longest) <= 0 && people <= mostPeople;
    }
}
