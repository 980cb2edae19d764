package org.passerelle.invitation.owed;

import java.time.Instant;
import java.util.List;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** One date as the invited know it. */
public record Told(Instant recurrenceId, Interval time, List<RoomId> rooms) {

    public Told {
        rooms = List.copyOf(rooms);
    }

    static Told of(Occurrence date) {
        return new Told(date.recurrenceId(), date.time(), date.rooms());
    }

    boolean beginsAfter(Instant now) {
        return time.start().isAfter(now);
    }

    boolean endsAfter(Instant now) {
        return time.end().isAfter(now);
    }
}
