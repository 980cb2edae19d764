package org.passerelle.booking.model;

import java.time.Instant;
import java.util.List;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/**
 * A date that does not have the rooms it was to have.
 *
 * @param rooms those it was to have, all of them
 */
public record MissedDate(Instant recurrenceId, Interval time, List<RoomId> rooms) {

    public MissedDate {
        rooms = List.copyOf(rooms);
    }
}
