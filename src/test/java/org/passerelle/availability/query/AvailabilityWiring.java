package org.passerelle.availability.query;

import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Rooms;

/** Gives tests of other modules what this one keeps to itself. */
public final class AvailabilityWiring {

    private AvailabilityWiring() {}

    public static UsualSites usualSites(BookingDesk desk) {
        return new UsualSites(desk.reading, Rooms::directory, desk.clock);
    }
}
