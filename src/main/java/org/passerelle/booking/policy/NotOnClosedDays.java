package org.passerelle.booking.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.passerelle.booking.Reason;
import org.passerelle.booking.ReasonCode;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;

/** Nobody meets at a site that is shut for a holiday or a closure. */
final class NotOnClosedDays implements DateRule {

    @Override
    public Optional<Reason> objection(Room room, Proposal.Date date, Proposal proposal) {
        return closureTouching(date.time(), proposal.siteOf(room))
                .map(closure -> Reason.of(
                        ReasonCode.SITE_CLOSED,
                        room.id(),
                        closure.reason(),
                        closure.firstDay().toString()));
    }

    static Optional<Closure> closureTouching(Interval time, Site site) {
        ZoneId zone = site.zone();
        LocalDate first = time.start().atZone(zone).toLocalDate();
        LocalDate last = time.end().minusNanos(1).atZone(zone).toLocalDate();
        for (Closure closure : site.closures()) {
            if (!closure.firstDay().isAfter(last) && !closure.lastDay().isBefore(first)) {
                return Optional.of(closure);
            }
        }
        return Optional.empty();
    }
}
