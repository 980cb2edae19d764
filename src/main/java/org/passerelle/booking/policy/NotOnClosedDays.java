package org.passerelle.booking.policy;

import java.util.Optional;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.Room;

/** Nobody meets at a site that is shut for a holiday or a closure. */
final class NotOnClosedDays implements DateRule {

    @Override
    public Optional<Reason> objection(Room room, Proposal.Date date, Proposal proposal) {
        return ClosedDay.within(date.time(), room, proposal.siteOf(room)).map(closed -> closed.of(room));
    }
}
