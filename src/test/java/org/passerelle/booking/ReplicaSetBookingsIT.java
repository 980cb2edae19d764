package org.passerelle.booking;

import org.junit.jupiter.api.BeforeEach;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.booking.store.mongo.MongoBookingsWiring.Wired;
import org.passerelle.contract.OnReplicaSet;
import org.passerelle.directory.BookingCaps;
import org.passerelle.directory.Directory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The contracts of bookings on a MongoDB replica set. */
@OnReplicaSet
class ReplicaSetBookingsIT implements BookingContracts, CapsContract, QuotaContract {

    private MongoTemplate mongo;
    private BookingDesk desk;

    @BeforeEach
    void begin(MongoTemplate given) {
        mongo = given;
        desk = new BookingDesk(MongoBookingsWiring.sharedOver(mongo));
        stored().clear();
    }

    @Override
    public BookingDesk desk() {
        return desk;
    }

    @Override
    public BookingDesk desk(BookingCaps caps) {
        Wired wired = MongoBookingsWiring.wiredSharedOver(mongo);
        Directory capped = Rooms.directory().withCaps(caps);
        return new BookingDesk(wired.bookings(), wired.occupancy(), () -> capped);
    }

    @Override
    public BookingDesk desk(Directory directory) {
        Wired wired = MongoBookingsWiring.wiredSharedOver(mongo);
        return new BookingDesk(wired.bookings(), wired.occupancy(), () -> directory);
    }

    @Override
    public StoredBookings stored() {
        return new StoredBookings(mongo.getCollection(MongoBookingsWiring.COLLECTION), desk.bookings);
    }
}
