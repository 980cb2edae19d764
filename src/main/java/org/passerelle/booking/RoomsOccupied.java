package org.passerelle.booking;

import java.util.List;

/**
 * Many bookings were made at once, of what was agreed elsewhere: they hold rooms and invite nobody. Stands for a {@link
 * BookingChanged} for each, which whoever sends mail need not look at one by one.
 */
public record RoomsOccupied(List<BookingId> bookings) {

    public RoomsOccupied {
        bookings = List.copyOf(bookings);
    }
}
