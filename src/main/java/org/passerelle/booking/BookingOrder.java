package org.passerelle.booking;

import java.util.List;
import org.passerelle.directory.RoomId;

/** What somebody asks for, before anything is decided. Countable equipment named twice means two units of it. */
public record BookingOrder(Content content, Schedule schedule, List<RoomId> rooms, OnConflict onConflict) {

    public static final int MOST_ROOMS = 50;

    /** @throws IllegalArgumentException unless 1 to 50 rooms are named */
    public BookingOrder {
        rooms = List.copyOf(rooms);
        if (rooms.isEmpty() || rooms.size() > MOST_ROOMS) {
            throw new IllegalArgumentException("A booking names 1 to " + MOST_ROOMS + " rooms");
        }
    }

    /** The order that would make {@code booking} as it stands. */
    public static BookingOrder of(Booking booking) {
        return new BookingOrder(booking.content(), booking.schedule(), booking.rooms(), OnConflict.REJECT);
    }
}
