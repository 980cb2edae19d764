package org.passerelle.booking;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.mongo.MongoBookingsWiring;
import org.passerelle.platform.EmbeddedMongoStore;
import org.springframework.data.mongodb.core.MongoOperations;

/** The contract of bookings on the embedded database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedBookingsTests
        implements BookingsContract,
                RetryContract,
                SeriesContract,
                FollowingContract,
                CountableContract,
                HoldsContract,
                CourseContract,
                ContentionContract,
                SubstitutesContract,
                RegainingContract,
                VideoLinesContract {

    private EmbeddedMongoStore store;
    private BookingDesk desk;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes());
    }

    @AfterAll
    void close() {
        store.close();
    }

    @BeforeEach
    void begin() {
        desk = new BookingDesk(over(store.template()));
        stored().clear();
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
        return new StoredBookings(store.database().getCollection(MongoBookingsWiring.COLLECTION), desk.bookings);
    }
}
