package org.passerelle.calendar.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import org.passerelle.calendar.zone.EventClock;

/**
 * How long each date of an event lasts: first whole days on the clock, then an exact time (RFC 5545 section 3.3.6). What has a
 * DTEND lasts exactly as long on every date; what has a DURATION lasts its days until the same time of day, however many hours
 * these have (section 3.8.5.3).
 *
 * @param days not negative
 * @param time not negative
 */
public record EventLength(int days, Duration time) {

    /** No time at all. */
    static final EventLength NONE = new EventLength(0, Duration.ZERO);

    static final EventLength ONE_DAY = ofDays(1);

    static EventLength ofDays(int days) {
        return new EventLength(days, Duration.ZERO);
    }

    /** The time between two moments, whatever clocks do meanwhile. */
    static EventLength between(Instant start, Instant end) {
        return new EventLength(0, Duration.between(start, end));
    }

    /** When that ends which begins when {@code clock} shows {@code start}. */
    public Instant end(LocalDateTime start, EventClock clock) {
        return days == 0
                ? clock.instant(start).plus(time)
                : clock.instant(start.plus(Period.ofDays(days))).plus(time);
    }
}
