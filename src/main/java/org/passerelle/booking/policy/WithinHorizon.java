package org.passerelle.booking.policy;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;

/** A booking ends before the room's horizon, counted from now in the calendar of its site. */
final class WithinHorizon implements DateRule {

    @Override
    public Optional<Reason> objection(Room room, Proposal.Date date, Proposal proposal) {
        return date.time().end().isAfter(horizon(room, proposal.directory(), proposal.now()))
                ? Optional.of(reason(room))
                : Optional.empty();
    }

    /** The latest end that {@code room} can be booked to at {@code now}. */
    static Instant horizon(Room room, Directory directory, Instant now) {
        return horizon(room, directory.siteOf(room), now);
    }

    static Instant horizon(Room room, Site site, Instant now) {
        return now.atZone(site.zone()).plus(room.rules().horizon()).toInstant();
    }

    static Reason reason(Room room) {
        return Reason.of(
                ReasonCode.TOO_FAR_AHEAD, room.id(), room.rules().horizon().toString());
    }
}
