package org.passerelle.backup.transfer;

import org.passerelle.MutableClock;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.store.Bookings;

/** Imports without Spring, into the network of {@link Rooms}. */
public final class TransferWiring {

    private TransferWiring() {}

    public static ImportBookings imports(Bookings bookings) {
        return new ImportBookings(bookings, Rooms::directory, People.accounts(), new MutableClock());
    }
}
