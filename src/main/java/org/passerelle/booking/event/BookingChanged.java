package org.passerelle.booking.event;

import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.store.Occupancy;

/**
 * A booking was changed or called off; whoever cares reads it anew. That one was made concerns nobody in this way: whoever looks
 * after rooms, mail or calendars follows the writes, see {@link Occupancy.Follower}.
 */
public record BookingChanged(BookingId id, BookingChange kind) {

    /** What happened to it. */
    public enum BookingChange {
        CHANGED,
        CANCELLED
    }
}
