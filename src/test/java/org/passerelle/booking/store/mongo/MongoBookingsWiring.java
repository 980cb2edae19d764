package org.passerelle.booking.store.mongo;

import org.passerelle.booking.changelog.mongo.ChangeLogWiring;
import org.passerelle.booking.changelog.mongo.ChangeTails;
import org.passerelle.booking.store.Bookings;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.platform.Migration;
import org.passerelle.platform.StoreStatus;
import org.springframework.data.mongodb.core.MongoOperations;

/** The bookings in a database, for tests without Spring. */
public final class MongoBookingsWiring {

    public static final String COLLECTION = MongoBookings.COLLECTION;

    private MongoBookingsWiring() {}

    /** The bookings, and who tells of them. */
    public record Wired(Bookings bookings, Occupancy occupancy) {

        private static Wired of(MongoOperations mongo, FamilySearch search) {
            return of(mongo, search, ChangeLogWiring.tailsOver(mongo));
        }

        private static Wired of(MongoOperations mongo, FamilySearch search, ChangeTails tails) {
            StoredOccupancy occupancy = new StoredOccupancy(mongo, search);
            return new Wired(
                    new MongoBookings(mongo, search, occupancy, tails, () -> StoreStatus.StoreState.WORKING),
                    occupancy);
        }
    }

    /** As over the embedded database, which nobody else writes to. */
    public static Bookings over(MongoOperations mongo) {
        return wiredOver(mongo).bookings();
    }

    /** As over an outside MongoDB, which other nodes may write to. */
    public static Bookings sharedOver(MongoOperations mongo) {
        return wiredSharedOver(mongo).bookings();
    }

    public static Wired wiredOver(MongoOperations mongo) {
        return Wired.of(mongo, indexed(mongo));
    }

    /** Which note in {@code tails} what they change. */
    public static Bookings over(MongoOperations mongo, ChangeTails tails) {
        return Wired.of(mongo, indexed(mongo), tails).bookings();
    }

    /** As {@link #over(MongoOperations, ChangeTails)}, of a database which other nodes may write to. */
    public static Bookings sharedOver(MongoOperations mongo, ChangeTails tails) {
        return Wired.of(mongo, new QueriedFamilies(mongo.getCollection(COLLECTION)), tails)
                .bookings();
    }

    static IndexedFamilies indexed(MongoOperations mongo) {
        return IndexedFamilies.of(
                mongo.getCollection(COLLECTION), new KeptDigests(mongo.getCollection(KeptDigests.COLLECTION)));
    }

    static Bookings over(MongoOperations mongo, FamilySearch search) {
        return Wired.of(mongo, search).bookings();
    }

    public static Wired wiredSharedOver(MongoOperations mongo) {
        return Wired.of(mongo, new QueriedFamilies(mongo.getCollection(COLLECTION)));
    }

    public static Migration indexes() {
        return new M001_BookingsByClaim();
    }
}
