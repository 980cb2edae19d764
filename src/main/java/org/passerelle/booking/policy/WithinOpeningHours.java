package org.passerelle.booking.policy;

import java.util.Optional;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;

/** People meet only while the room is open, on the clock of the room's own site. Buffers may fall outside. */
final class WithinOpeningHours implements DateRule {

    @Override
    public Optional<Reason> objection(Room room, Proposal.Date date, Proposal proposal) {
        var hours = room.rules().openingHours();
        return hours.enclose(date.time(), proposal.siteOf(room).zone()) ? Optional.empty() : Optional.of(reason(room));
    }

    static Reason reason(Room room) {
        return Reason.of(
                ReasonCode.OUTSIDE_OPENING_HOURS,
                room.id(),
                room.rules().openingHours().toString());
    }
}
