package org.passerelle.booking.absence;

import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.ReadingBookings;

/** Gives tests of other packages what this one keeps to itself. */
public final class BookingsOfAbsenteesWiring {

    private BookingsOfAbsenteesWiring() {}

    public static BookingsOfAbsentees absentees(ReadingBookings reading, BookingDesk desk) {
        return new BookingsOfAbsentees(reading, desk.cancelling, desk.handing, desk.clock);
    }
}
