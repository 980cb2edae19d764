package org.passerelle.booking.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;

/**
 * A day on which a site is shut, in its own calendar.
 *
 * @param reason what it is shut for, such as the name of a holiday
 */
public record ClosedDay(LocalDate day, String reason) {

    /** The first day of {@code time} on which {@code site} is shut for a holiday or a closure; empty if there is none. */
    public static Optional<ClosedDay> within(Interval time, Site site) {
        ZoneId zone = site.zone();
        LocalDate first = time.start().atZone(zone).toLocalDate();
        LocalDate last = time.end().minusNanos(1).atZone(zone).toLocalDate();
        Optional<ClosedDay> found = Optional.empty();
        for (Closure closure : site.closures()) {
            if (!closure.firstDay().isAfter(last) && !closure.lastDay().isBefore(first)) {
                LocalDate day = closure.firstDay().isBefore(first) ? first : closure.firstDay();
                if (found.filter(earlier -> !day.isBefore(earlier.day())).isEmpty()) {
                    found = Optional.of(new ClosedDay(day, closure.reason()));
                }
            }
        }
        return found;
    }
}
