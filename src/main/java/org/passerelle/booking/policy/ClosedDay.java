package org.passerelle.booking.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;

/**
 * A day on which a room is shut for all of it or some of it, in the calendar of its site.
 *
 * @param reason what it is shut for, such as the name of a holiday
 */
public record ClosedDay(LocalDate day, String reason) {

    /** The first day of {@code time} on which {@code room} of {@code site} is shut for a holiday or a closure during it; empty if there is none. */
    public static Optional<ClosedDay> within(Interval time, Room room, Site site) {
        ZoneId zone = site.zone();
        LocalDate first = time.start().atZone(zone).toLocalDate();
        LocalDate last = time.end().minusNanos(1).atZone(zone).toLocalDate();
        Optional<ClosedDay> found = Optional.empty();
        for (Closure closure : site.closures()) {
            if (closure.touches(first, last) && closure.concerns(room.id()) && isShut(closure, time, zone)) {
                LocalDate day = closure.firstDay().isBefore(first) ? first : closure.firstDay();
                if (found.filter(earlier -> !day.isBefore(earlier.day())).isEmpty()) {
                    found = Optional.of(new ClosedDay(day, closure.reason()));
                }
            }
        }
        return found;
    }

    /** The next days from {@code today} on, on which {@code room} of {@code site} is shut: the first day of each closure; at most {@code most}. */
    static List<ClosedDay> ahead(Room room, Site site, LocalDate today, int most) {
        return site.closures().stream()
                .filter(closure -> closure.touches(today, LocalDate.MAX) && closure.concerns(room.id()))
                .map(closure -> new ClosedDay(
                        closure.firstDay().isBefore(today) ? today : closure.firstDay(), closure.reason()))
                .sorted(Comparator.comparing(ClosedDay::day))
                .limit(most)
                .toList();
    }

    /** Why nobody meets in {@code room} on it. */
    Reason of(Room room) {
        return Reason.of(ReasonCode.SITE_CLOSED, room.id(), reason, day.toString());
    }

    private static boolean isShut(Closure closure, Interval time, ZoneId zone) {
        return closure.isOfWholeDays()
                || closure.during(zone).filter(time::overlaps).isPresent();
    }
}
