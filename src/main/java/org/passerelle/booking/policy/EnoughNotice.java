package org.passerelle.booking.policy;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;

/** A room that must be prepared is booked some time ahead. A past start is the affair of {@link NotInThePast}. */
final class EnoughNotice implements DateRule {

    @Override
    public Optional<Reason> objection(Room room, Proposal.Date date, Proposal proposal) {
        var notice = room.rules().notice();
        Instant start = date.time().start();
        boolean tooSoon = !notice.isZero()
                && !start.isBefore(NotInThePast.earliestStart(proposal.now()))
                && start.isBefore(proposal.now().plus(notice));
        return tooSoon ? Optional.of(reason(room)) : Optional.empty();
    }

    static Reason reason(Room room) {
        return Reason.of(ReasonCode.TOO_SOON, room.id(), room.rules().notice().toString());
    }
}
