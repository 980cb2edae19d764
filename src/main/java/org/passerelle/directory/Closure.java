package org.passerelle.directory;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;

/**
 * A time in which a site, or some of its rooms, is shut: {@code [from, to)} on the site's own clock.
 *
 * @param rooms that are shut; empty for all of the site
 */
public record Closure(LocalDateTime from, LocalDateTime to, String reason, Set<RoomId> rooms) {

    /** @throws IllegalArgumentException unless it ends after its start */
    public Closure {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A closure must not end before it starts");
        }
        rooms = Set.copyOf(rooms);
    }

    /**
     * Whole days of the whole site, {@code firstDay} to {@code lastDay} both inclusive.
     *
     * @throws IllegalArgumentException if they are out of order
     */
    public Closure(LocalDate firstDay, LocalDate lastDay, String reason) {
        this(firstDay.atStartOfDay(), lastDay.plusDays(1).atStartOfDay(), reason, Set.of());
    }

    /** The first day of which some part is shut. */
    public LocalDate firstDay() {
        return from.toLocalDate();
    }

    /** The last day of which some part is shut. */
    public LocalDate lastDay() {
        return to.minusNanos(1).toLocalDate();
    }

    /** Whether it begins and ends at midnight. */
    public boolean isOfWholeDays() {
        return from.toLocalTime().equals(LocalTime.MIDNIGHT) && to.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** Whether every room of the site is shut. */
    public boolean isOfTheWholeSite() {
        return rooms.isEmpty();
    }

    public boolean concerns(RoomId room) {
        return rooms.isEmpty() || rooms.contains(room);
    }

    /** Whether the whole site is shut all through {@code day}. */
    public boolean covers(LocalDate day) {
        return isOfTheWholeSite()
                && !from.isAfter(day.atStartOfDay())
                && !to.isBefore(day.plusDays(1).atStartOfDay());
    }

    /** Whether some part of {@code first} to {@code last}, both inclusive, may be shut. */
    public boolean touches(LocalDate first, LocalDate last) {
        return !firstDay().isAfter(last) && !lastDay().isBefore(first);
    }

    /** When that is by the clocks of {@code zone}; empty where these skip all of it. */
    public Optional<Interval> during(ZoneId zone) {
        var start = WallTime.instant(from, zone);
        var end = WallTime.instant(to, zone);
        return start.isBefore(end) ? Optional.of(Interval.of(start, end)) : Optional.empty();
    }
}
