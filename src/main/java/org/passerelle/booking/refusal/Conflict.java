package org.passerelle.booking.refusal;

import java.time.Instant;
import java.util.Comparator;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/**
 * A room that is taken: which one, when, and which of the asked dates it spoils. Never says by whom or what for.
 *
 * @param taken the time held by the other booking, its buffers included
 * @param recurrenceId the asked date it collides with
 */
public record Conflict(RoomId room, Interval taken, Instant recurrenceId) {

    public static final Comparator<Conflict> BY_TIME = Comparator.comparing(
                    (Conflict conflict) -> conflict.taken().start())
            .thenComparing(Conflict::room)
            .thenComparing(Conflict::recurrenceId);
}
