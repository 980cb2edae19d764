package org.passerelle.platform;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.bson.UuidRepresentation;
import org.passerelle.platform.mongo.EmbeddedMongo;
import org.passerelle.platform.mongo.log.LogSettings;
import org.passerelle.platform.snapshot.StoreSnapshot;
import org.passerelle.platform.snapshot.StoreSnapshots;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The embedded store on a folder of the test's own, with a client as the application has it and without Spring:
 *
 * <pre>{@code
 * @TempDir Path folder;
 * try (EmbeddedMongoStore store = EmbeddedMongoStore.open(folder, new M001_Claims())) { store.database() ... }
 * }</pre>
 */
public final class EmbeddedMongoStore implements StoreSnapshots, AutoCloseable {

    private static final LogSettings TIDY =
            new LogSettings(64 << 10, 64 << 10, LogSettings.USUAL.looseFactor(), Duration.ZERO, 0);

    private final EmbeddedMongo mongo;
    private final MongoClient client;

    private EmbeddedMongoStore(EmbeddedMongo mongo) {
        this.mongo = mongo;
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(EmbeddedMongo.address())
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true));
        mongo.connect(settings);
        this.client = MongoClients.create(settings.build());
    }

    /** Opens the store in {@code folder} and applies {@code migrations} in the given order. */
    public static EmbeddedMongoStore open(Path folder, Migration... migrations) {
        return open(EmbeddedMongo.open(folder), migrations);
    }

    /** One whose log is tidied up after some hundred kilobytes, not megabytes, so that few writes show whether it is. */
    public static EmbeddedMongoStore openTidy(Path folder) {
        return open(EmbeddedMongo.open(folder, TIDY, false));
    }

    private static EmbeddedMongoStore open(EmbeddedMongo mongo, Migration... migrations) {
        EmbeddedMongoStore store = new EmbeddedMongoStore(mongo);
        for (Migration migration : migrations) {
            migration.apply(store.database());
        }
        return store;
    }

    public MongoDatabase database() {
        return client.getDatabase(EmbeddedMongo.DATABASE);
    }

    public MongoTemplate template() {
        return new MongoTemplate(client, EmbeddedMongo.DATABASE);
    }

    @Override
    public StoreSnapshot take() {
        return mongo.snapshot();
    }

    public MongoClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        mongo.close();
    }
}
