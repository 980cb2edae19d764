package org.passerelle.booking;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.platform.EmbeddedMongoStore;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Tests that share one embedded store, each beginning without bookings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OnEmbeddedStore {

    private @Nullable EmbeddedMongoStore store;

    @BeforeAll
    void openStore(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes());
    }

    @AfterAll
    void closeStore() {
        Objects.requireNonNull(store).close();
    }

    @BeforeEach
    void forgetBookings() {
        documents().deleteMany(new Document());
    }

    protected final MongoTemplate template() {
        return Objects.requireNonNull(store).template();
    }

    /** The documents of the bookings. */
    protected final MongoCollection<Document> documents() {
        return Objects.requireNonNull(store).database().getCollection(MongoBookingsWiring.COLLECTION);
    }
}
