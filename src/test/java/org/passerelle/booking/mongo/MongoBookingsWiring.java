package org.passerelle.booking.mongo;

import org.passerelle.booking.Bookings;
import org.passerelle.platform.Migration;
import org.springframework.data.mongodb.core.MongoOperations;

/** The bookings in a database, for tests without Spring. */
public final class MongoBookingsWiring {

    public static final String COLLECTION = MongoBookings.COLLECTION;

    private MongoBookingsWiring() {}

    /** As over the embedded database, which nobody else writes to. */
    public static Bookings over(MongoOperations mongo) {
        return new MongoBookings(mongo, IndexedFamilies.of(mongo.getCollection(COLLECTION)));
    }

    /** As over an outside MongoDB, which other nodes may write to. */
    public static Bookings sharedOver(MongoOperations mongo) {
        return new MongoBookings(mongo, new QueriedFamilies(mongo.getCollection(COLLECTION)));
    }

    public static Migration indexes() {
        return new M001_BookingsByClaim();
    }
}
