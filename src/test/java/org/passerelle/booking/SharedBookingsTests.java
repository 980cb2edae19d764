package org.passerelle.booking;

import org.passerelle.booking.store.Bookings;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.springframework.data.mongodb.core.MongoOperations;

/** The contract once more, with every question asked of the database, as over one that other nodes write to as well. */
class SharedBookingsTests extends EmbeddedBookingsTests {

    @Override
    Bookings over(MongoOperations mongo) {
        return MongoBookingsWiring.sharedOver(mongo);
    }
}
