package org.passerelle.booking.policy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.passerelle.directory.Room;

/** Lengths as the clocks in a room count them, which is not what elapses where these are changed. */
final class OnTheWall {

    private OnTheWall() {}

    /** From the time that the clock in {@code room} shows at the start of {@code date} to the one at its end; may be negative. */
    static Duration length(Proposal.Date date, Room room, Proposal proposal) {
        ZoneId zone = proposal.siteOf(room).zone();
        return Duration.between(
                LocalDateTime.ofInstant(date.time().start(), zone),
                LocalDateTime.ofInstant(date.time().end(), zone));
    }
}
