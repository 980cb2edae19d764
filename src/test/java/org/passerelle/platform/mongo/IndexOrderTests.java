package org.passerelle.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.platform.mongo.log.DocumentLog;
import org.passerelle.platform.mongo.log.LogSettings;
import org.passerelle.platform.mongo.log.disk.UnreliableFolder;
import org.passerelle.platform.mongo.wire.InProcessServer;
import org.passerelle.platform.mongo.wire.InProcessTransport;

/**
 * A store that is opened again. It finds the indexes of a collection in the order of the ids that their descriptions have
 * in it, and those are made at random.
 */
class IndexOrderTests {

    private static final String ID = "_id_";
    private static final String ID_AND_VERSION = "id_and_version";
    private static final String THINGS = EmbeddedMongo.DATABASE + ".things";

    private static final class Store implements AutoCloseable {

        private final InProcessServer server;
        private final MongoClient client;

        Store(String firstIndex) throws IOException {
            StoredRows rows = new StoredRows();
            DocumentLog log =
                    DocumentLog.open(new UnreliableFolder(new Random(1)), LogSettings.USUAL, Clock.systemUTC(), rows);
            new StoredDocuments(log, rows, EmbeddedMongo.DATABASE + ".system.namespaces")
                    .add(THINGS, new de.bwaldvogel.mongo.bson.Document("name", THINGS));
            StoredDocuments indexes = new StoredDocuments(log, rows, EmbeddedMongo.DATABASE + ".system.indexes");
            boolean idComesFirst = firstIndex.equals(ID);
            indexes.add(new UUID(0, idComesFirst ? 1 : 3), index(ID, "_id"));
            indexes.add(new UUID(0, 2), index(ID_AND_VERSION, "_id", "version"));
            this.server = new InProcessServer(new StoredBackend(log, rows));
            MongoClientSettings.Builder settings =
                    MongoClientSettings.builder().applyConnectionString(EmbeddedMongo.address());
            InProcessTransport.apply(settings, server);
            this.client = MongoClients.create(settings.build());
        }

        private static de.bwaldvogel.mongo.bson.Document index(String name, String... fields) {
            de.bwaldvogel.mongo.bson.Document key = new de.bwaldvogel.mongo.bson.Document();
            for (String field : fields) {
                key.append(field, 1);
            }
            return new de.bwaldvogel.mongo.bson.Document("ns", THINGS)
                    .append("name", name)
                    .append("unique", true)
                    .append("key", key);
        }

        MongoCollection<Document> things() {
            return client.getDatabase(EmbeddedMongo.DATABASE).getCollection("things");
        }

        @Override
        public void close() {
            client.close();
            server.close();
        }
    }

    private static void assertDuplicate(String index, ThrowingCallable write) {
        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(write)
                .withMessageContaining(index + " dup key: { _id: \"a\" }")
                .satisfies(e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
    }

    private static Document thing(String id, long version) {
        return new Document("_id", id).append("version", version);
    }

    @ParameterizedTest
    @ValueSource(strings = {ID, ID_AND_VERSION})
    void saysThatAnIdIsTakenWhicheverIndexComesFirst(String first) throws IOException {
        try (Store store = new Store(first)) {
            MongoCollection<Document> things = store.things();
            things.insertOne(thing("a", 1));

            assertDuplicate(first, () -> things.insertOne(thing("a", 1)));
            assertDuplicate(first, () -> things.insertOne(thing("a", 2)));
            assertDuplicate(first, () -> things.insertOne(new Document("_id", "a")));
            assertDuplicate(
                    first,
                    () -> things.updateOne(thing("a", 7), Updates.set("state", "x"), new UpdateOptions().upsert(true)));
            assertThat(things.find()).containsExactly(thing("a", 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ID, ID_AND_VERSION})
    void takesTheOthersOfManyWhicheverIndexComesFirst(String first) throws IOException {
        try (Store store = new Store(first)) {
            MongoCollection<Document> things = store.things();
            things.insertOne(thing("a", 1));

            assertThatExceptionOfType(MongoBulkWriteException.class)
                    .isThrownBy(() -> things.insertMany(
                            List.of(thing("a", 1), thing("b", 1)), new InsertManyOptions().ordered(false)))
                    .satisfies(e -> assertThat(e.getWriteErrors())
                            .extracting(error -> error.getCategory())
                            .containsExactly(ErrorCategory.DUPLICATE_KEY));

            assertThat(things.find()).containsExactly(thing("a", 1), thing("b", 1));
        }
    }
}
