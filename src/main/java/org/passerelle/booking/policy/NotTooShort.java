package org.passerelle.booking.policy;

import java.util.List;
import java.util.Optional;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;

/** An occurrence lasts at least as long as the room asks; a day on which clocks are put forward is a whole day. */
final class NotTooShort implements DateRule {

    /** Giving time back is asking for a shorter date; where the date is too short already the rule came after it, and is not its own. */
    @Override
    public List<Room> judged(Proposal.Date date) {
        if (date.lastsAsBefore()) {
            return date.asked();
        }
        return date.rooms().stream()
                .filter(room -> date.asked().contains(room) || !wasTooShort(room, date))
                .toList();
    }

    private static boolean wasTooShort(Room room, Proposal.Date date) {
        return date.before()
                .filter(held -> held.time().length().compareTo(room.rules().shortest()) < 0)
                .isPresent();
    }

    @Override
    public Optional<Reason> objection(Room room, Proposal.Date date, Proposal proposal) {
        var shortest = room.rules().shortest();
        boolean isTooShort = date.time().length().compareTo(shortest) < 0
                && OnTheWall.length(date, room, proposal).compareTo(shortest) < 0;
        return isTooShort ? Optional.of(reason(room)) : Optional.empty();
    }

    static Reason reason(Room room) {
        return Reason.of(
                ReasonCode.TOO_SHORT, room.id(), room.rules().shortest().toString());
    }
}
