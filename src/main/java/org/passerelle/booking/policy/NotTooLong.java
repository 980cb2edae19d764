package org.passerelle.booking.policy;

import java.util.Optional;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;

/** An occurrence lasts at most as long as the room allows; a day on which clocks are put back is a day of 25 hours. */
final class NotTooLong implements DateRule {

    @Override
    public Optional<Reason> objection(Room room, Proposal.Date date, Proposal proposal) {
        var longest = room.rules().longest();
        boolean isTooLong = date.time().length().compareTo(longest) > 0
                && OnTheWall.length(date, room, proposal).compareTo(longest) > 0;
        return isTooLong ? Optional.of(reason(room)) : Optional.empty();
    }

    static Reason reason(Room room) {
        return Reason.of(ReasonCode.TOO_LONG, room.id(), room.rules().longest().toString());
    }
}
