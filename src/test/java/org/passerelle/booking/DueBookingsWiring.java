package org.passerelle.booking;

import java.time.Clock;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;

/** Bookings to which something may have to happen, for tests without Spring. */
public final class DueBookingsWiring {

    private DueBookingsWiring() {}

    public static DueBookings over(Bookings bookings, Directories directories, Clock clock) {
        return new DueBookings(bookings, directories, clock);
    }
}
