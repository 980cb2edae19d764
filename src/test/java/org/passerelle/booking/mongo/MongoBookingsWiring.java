package org.passerelle.booking.mongo;

import org.passerelle.booking.Bookings;
import org.passerelle.platform.Migration;
import org.springframework.data.mongodb.core.MongoOperations;

/** The bookings in a database, for tests without Spring. */
public final class MongoBookingsWiring {

    public static final String COLLECTION = MongoBookings.COLLECTION;

    private MongoBookingsWiring() {}

    public static Bookings over(MongoOperations mongo) {
        return new MongoBookings(mongo);
    }

    public static Migration indexes() {
        return new M010_BookingsByClaim();
    }
}
