package org.passerelle.calendar.read;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.passerelle.time.WallTime;

/**
 * A point in time as it was written: what clocks show, where, and the moment that this is.
 *
 * @param zone always one of Java's own, whatever the calendar called it
 * @param wholeDay whether only a day was written; then {@code local} is its midnight
 */
public record EventMoment(LocalDateTime local, ZoneId zone, Instant instant, boolean wholeDay) {

    /** What clocks show in {@code zone}; a time that they skip is read as RFC 5545 section 3.3.5 says. */
    public static EventMoment at(LocalDateTime local, ZoneId zone) {
        return new EventMoment(local, zone, WallTime.asWritten(local, zone.getRules()), false);
    }

    /** The day that begins at {@code midnight}. */
    public static EventMoment day(LocalDateTime midnight, ZoneId zone) {
        return new EventMoment(midnight, zone, WallTime.instant(midnight, zone), true);
    }

    static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }
}
