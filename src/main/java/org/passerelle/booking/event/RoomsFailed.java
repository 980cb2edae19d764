package org.passerelle.booking.event;

import java.time.Instant;
import java.util.List;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.RoomId;

/**
 * Rooms of a date ahead cannot be used, which nobody had planned. May be told twice.
 *
 * @param at tells this failure from others of that date, such as when rooms were shut; the same when it is told twice
 * @param reason what is known of it, in one line; may be empty
 */
public record RoomsFailed(
        BookingId booking, Instant recurrenceId, List<RoomId> rooms, Instant at, RoomFailure cause, String reason) {

    /** What has failed. */
    public enum RoomFailure {
        /** The room or its site is shut. */
        CLOSED,
        /** The device by which the room enters video conferences does not answer. */
        DEVICE,
        /** Somebody on the spot says so. */
        REPORTED
    }

    public RoomsFailed {
        rooms = List.copyOf(rooms);
    }
}
