package org.passerelle.booking;

import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.booking.store.mongo.MongoBookingsWiring.Wired;
import org.passerelle.directory.BookingCaps;
import org.passerelle.directory.Directory;

/** Caps and quotas on the embedded store. */
public class CapsTests extends OnEmbeddedStore implements CapsContract, QuotaContract {

    Wired wired() {
        return MongoBookingsWiring.wiredOver(template());
    }

    @Override
    public BookingDesk desk(BookingCaps caps) {
        Wired wired = wired();
        Directory plain = Rooms.directory();
        Directory capped = plain.withCaps(caps);
        return new BookingDesk(wired.bookings(), wired.occupancy(), () -> capped);
    }

    @Override
    public BookingDesk desk(Directory directory) {
        Wired wired = wired();
        return new BookingDesk(wired.bookings(), wired.occupancy(), () -> directory);
    }

    @Override
    public StoredBookings stored() {
        return new StoredBookings(documents(), MongoBookingsWiring.over(template()));
    }
}
