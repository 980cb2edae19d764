package org.passerelle.rescue;

import org.passerelle.booking.event.RoomsFailed.RoomFailure;
import org.passerelle.directory.RoomId;

/**
 * A room that cannot be used on a date.
 *
 * @param reason what is known of it, in one line; may be empty
 */
public record FailedRoom(RoomId room, RoomFailure cause, String reason) {}
