package org.passerelle.booking;

import org.junit.jupiter.api.BeforeEach;
import org.passerelle.booking.store.Bookings;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.springframework.data.mongodb.core.MongoOperations;

/** The contracts of bookings on the embedded database. */
class EmbeddedBookingsTests extends OnEmbeddedStore implements BookingContracts {

    private BookingDesk desk;

    @BeforeEach
    void begin() {
        desk = new BookingDesk(over(template()));
    }

    Bookings over(MongoOperations mongo) {
        return MongoBookingsWiring.over(mongo);
    }

    @Override
    public BookingDesk desk() {
        return desk;
    }

    @Override
    public StoredBookings stored() {
        return new StoredBookings(documents(), desk.bookings);
    }
}
