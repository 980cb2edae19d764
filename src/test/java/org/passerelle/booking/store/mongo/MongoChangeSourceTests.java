package org.passerelle.booking.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoIterable;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;

/** What is read of change streams. The embedded server imitates them for inserts only; the rest is fed by hand. */
@SuppressWarnings("unchecked")
class MongoChangeSourceTests {

    /** A collection whose stream is {@code stream}. */
    private static MongoCollection<Document> collection(MongoIterable<Document> stream) {
        ChangeStreamIterable<Document> watched = mock(Answers.RETURNS_SELF);
        doReturn(stream).when(watched).withDocumentClass(Document.class);
        MongoCollection<Document> collection = mock();
        when(collection.watch(anyList())).thenReturn(watched);
        return collection;
    }

    /** A stream of events as the manual of MongoDB shows them, cut down by the pipeline. */
    private static MongoCollection<Document> telling(String... events) {
        MongoIterable<Document> stream = mock();
        MongoCursor<Document> cursor = mock();
        Iterator<Document> left = Arrays.stream(events).map(Document::parse).iterator();
        when(stream.cursor()).thenReturn(cursor);
        when(cursor.tryNext()).then(any -> left.hasNext() ? left.next() : null);
        when(cursor.available()).then(any -> left.hasNext() ? 1 : 0);
        return collection(stream);
    }

    private static MongoCollection<Document> failing(int code) {
        BsonDocument answer = BsonDocument.parse("{ok: 0, code: %d, errmsg: 'no'}".formatted(code));
        MongoIterable<Document> stream = mock();
        when(stream.cursor()).thenThrow(new MongoCommandException(answer, new ServerAddress()));
        return collection(stream);
    }

    @Test
    void hearsOfInsertsFromTheMomentOfOpening() {
        MongoServer server = new MongoServer(H2Backend.inMemory());
        server.enableOplog();
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            MongoCollection<Document> collection = client.getDatabase("test").getCollection("bookings");
            collection.insertOne(new Document("_id", "early").append("version", 1L));
            try (ChangeSource.StoreChanges changes = new MongoChangeSource(collection).open()) {
                collection.insertOne(new Document("_id", "one").append("version", 1L));
                collection.insertOne(new Document("_id", "two").append("version", 2L));

                Map<String, Long> heard = new HashMap<>();
                await().untilAsserted(() -> {
                    heard.putAll(changes.next());
                    assertThat(heard).isEqualTo(Map.of("one", 1L, "two", 2L));
                });
            }
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void tellsTheLatestVersionOfEachDocument() {
        MongoCollection<Document> collection = telling(
                "{operationType: 'insert', documentKey: {_id: 'one'}, fullDocument: {version: {$numberLong: '1'}}}",
                "{operationType: 'update', documentKey: {_id: 'one'},"
                        + " updateDescription: {updatedFields: {version: {$numberLong: '2'}}}}",
                "{operationType: 'update', documentKey: {_id: 'two'}, updateDescription: {updatedFields: {}}}",
                "{operationType: 'delete', documentKey: {_id: 'three'}}",
                "{operationType: 'drop'}");

        try (ChangeSource.StoreChanges changes = new MongoChangeSource(collection).open()) {
            assertThat(changes.next()).isEqualTo(Map.of("one", 2L, "two", Long.MAX_VALUE));
            assertThat(changes.next()).isEmpty();
        }
    }

    @Test
    void saysWhenTheServerIsNoReplicaSet() {
        assertThatThrownBy(() -> new MongoChangeSource(failing(40573)).open())
                .isInstanceOf(ChangeSource.NotOffered.class);
        assertThatThrownBy(() -> new MongoChangeSource(failing(8000)).open()).isInstanceOf(MongoCommandException.class);
    }
}
