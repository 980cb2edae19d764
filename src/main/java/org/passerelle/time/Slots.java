package org.passerelle.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The grid of 5-minute slots that time is cut into, numbered from 2020-01-01T00:00Z. An interval touches every slot that
 * it shares a moment with, so times off the grid are rounded outwards.
 */
public final class Slots {

    public static final Duration LENGTH = Duration.ofMinutes(5);

    /** So many slots are 24 hours. */
    public static final int A_DAY = 288;

    private static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");
    private static final long MILLIS = LENGTH.toMillis();

    private Slots() {}

    /** The number of the slot that contains {@code instant}; negative before 2020. */
    public static long containing(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli() - EPOCH.toEpochMilli(), MILLIS);
    }

    /** The first slot that {@code interval} touches. */
    public static long first(Interval interval) {
        return containing(interval.start());
    }

    /** The first slot after {@code interval} that it does not touch. */
    public static long endExclusive(Interval interval) {
        return containing(interval.end().minusNanos(1)) + 1;
    }

    /** The moment at which a slot starts. */
    public static Instant start(long slot) {
        return EPOCH.plusMillis(slot * MILLIS);
    }

    /** The smallest interval on the grid that encloses {@code interval}. */
    public static Interval rounded(Interval interval) {
        return Interval.of(start(first(interval)), start(endExclusive(interval)));
    }
}
