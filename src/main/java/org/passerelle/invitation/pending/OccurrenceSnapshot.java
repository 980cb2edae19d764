package org.passerelle.invitation.pending;

import java.time.Instant;
import java.util.List;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** One date as the invited know it. */
public record OccurrenceSnapshot(Instant recurrenceId, Interval time, List<RoomId> rooms) {

    public OccurrenceSnapshot {
        rooms = List.copyOf(rooms);
    }

    public static OccurrenceSnapshot of(Occurrence date) {
        return new OccurrenceSnapshot(date.recurrenceId(), date.time(), date.rooms());
    }

    boolean beginsAfter(Instant now) {
        return time.start().isAfter(now);
    }

    boolean endsAfter(Instant now) {
        return time.end().isAfter(now);
    }
}
