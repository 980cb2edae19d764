package org.passerelle.booking.changelog;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.changelog.mongo.ChangeLogWiring;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.platform.EmbeddedMongoStore;
import org.passerelle.platform.StoreAccess;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The log on the embedded server, written by one program alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedChangeLogTests extends ChangeLogContract {

    private EmbeddedMongoStore store;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes(), ChangeLogWiring.indexes());
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Override
    protected MongoTemplate template() {
        return store.template();
    }

    @Override
    protected StoreAccess access() {
        return StoreAccess.EXCLUSIVE;
    }
}
