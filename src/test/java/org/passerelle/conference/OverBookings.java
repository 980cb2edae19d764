package org.passerelle.conference;

import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.platform.EmbeddedMongoStore;

/** A store for all tests of a class, and for each of them a desk at which nothing is booked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OverBookings {

    EmbeddedMongoStore store;
    BookingDesk desk;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes());
    }

    @AfterAll
    void close() {
        store.close();
    }

    @BeforeEach
    void forgetWhatIsBooked() {
        store.database().getCollection(MongoBookingsWiring.COLLECTION).deleteMany(new Document());
        desk = new BookingDesk(MongoBookingsWiring.over(store.template()));
    }
}
