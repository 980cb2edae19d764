package org.passerelle.booking.policy;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.booking.Reason;
import org.passerelle.booking.ReasonCode;
import org.passerelle.directory.Room;

/** A booking ends before the room's horizon, counted from now in the calendar of its site. */
final class WithinHorizon implements DateRule {

    @Override
    public Optional<Reason> objection(Room room, Proposal.Date date, Proposal proposal) {
        Instant furthest = proposal.now()
                .atZone(proposal.siteOf(room).zone())
                .plus(room.rules().horizon())
                .toInstant();
        return date.time().end().isAfter(furthest)
                ? Optional.of(Reason.of(
                        ReasonCode.TOO_FAR_AHEAD,
                        room.id(),
                        room.rules().horizon().toString()))
                : Optional.empty();
    }
}
