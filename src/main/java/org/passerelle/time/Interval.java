package org.passerelle.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time on the universal time-line, half-open: it contains {@code start} and not {@code end}. Two intervals
 * of which one ends where the other starts abut and do not overlap. Never empty.
 */
public record Interval(Instant start, Instant end) {

    /** @throws IllegalArgumentException unless {@code start} is before {@code end} */
    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("An interval must start before it ends: " + start + " to " + end);
        }
    }

    public static Interval of(Instant startInclusive, Instant endExclusive) {
        return new Interval(startInclusive, endExclusive);
    }

    public static Interval of(Instant startInclusive, Duration length) {
        return new Interval(startInclusive, startInclusive.plus(length));
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public boolean encloses(Interval other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean abuts(Interval other) {
        return end.equals(other.start) || start.equals(other.end);
    }

    /** This interval with {@code before} added ahead of its start and {@code after} behind its end. */
    public Interval extendedBy(Duration before, Duration after) {
        return new Interval(start.minus(before), end.plus(after));
    }
}
