package org.passerelle.booking.policy;

import java.util.Optional;
import org.passerelle.booking.Reason;
import org.passerelle.booking.ReasonCode;
import org.passerelle.directory.Room;

/** An occurrence lasts at least as long as the room asks. */
final class NotTooShort implements DateRule {

    @Override
    public Optional<Reason> objection(Room room, Proposal.Date date, Proposal proposal) {
        var shortest = room.rules().shortest();
        return date.time().length().compareTo(shortest) < 0
                ? Optional.of(Reason.of(ReasonCode.TOO_SHORT, room.id(), shortest.toString()))
                : Optional.empty();
    }
}
