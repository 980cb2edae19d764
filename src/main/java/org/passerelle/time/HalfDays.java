package org.passerelle.time;

import java.time.LocalTime;

/**
 * The local meaning of "morning" and "afternoon" at a site, each half-open; a custom of the place, not four hours.
 *
 * @param morning by default 08:30 to 12:30
 * @param afternoon by default 13:30 to 18:00
 */
public record HalfDays(LocalRange morning, LocalRange afternoon) {

    public static final HalfDays DEFAULT = new HalfDays(
            new LocalRange(LocalTime.of(8, 30), LocalTime.of(12, 30)),
            new LocalRange(LocalTime.of(13, 30), LocalTime.of(18, 0)));

    /** @throws IllegalArgumentException if the afternoon starts before the morning ends */
    public HalfDays {
        if (afternoon.start().isBefore(morning.end())) {
            throw new IllegalArgumentException("The afternoon must not start before the morning ends");
        }
    }

    /** A stretch of one local day, {@code [start, end)}. */
    public record LocalRange(LocalTime start, LocalTime end) {

        public LocalRange {
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("A half-day must start before it ends: " + start + " to " + end);
            }
        }
    }
}
