package org.passerelle.calendar.message;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.passerelle.time.WallTime;

/**
 * When an event is; of a recurring one, its first date.
 *
 * @param end after the start, or at it for an event that takes no time
 */
public record EventTime(EventMoment start, Instant end) {

    /** Of a message that need not say when, and does not. */
    public static final EventTime NOT_TOLD = new EventTime(
            EventMoment.at(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), ZoneOffset.UTC), Instant.EPOCH);

    /** Whether it was said; else there is nothing else to be asked of it. */
    public boolean isTold() {
        return !equals(NOT_TOLD);
    }

    public ZoneId zone() {
        return start.zone();
    }

    public boolean wholeDays() {
        return start.wholeDay();
    }

    /** The exact length; a whole day on which clocks change has 23 or 25 hours. */
    public Duration length() {
        return Duration.between(start.instant(), end);
    }

    /** When the date of a series that begins at {@code local} ends: whole days end at midnight, others after the same time. */
    public Instant endOf(LocalDateTime local) {
        if (wholeDays()) {
            long days = Duration.between(start.local(), LocalDateTime.ofInstant(end, zone()))
                    .toDays();
            return WallTime.instant(local.plusDays(days), zone());
        }
        return WallTime.instant(local, zone()).plus(length());
    }
}
