package org.passerelle.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.calendar.feed.FeedDocument.StoredFeed;
import org.springframework.data.mongodb.core.MongoTemplate;

class FeedFetchesTests {

    private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final MongoTemplate mongo = new MongoTemplate(client, "fetches");
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final FeedFetches fetches = new FeedFetches(mongo, later::add, Duration.ZERO);

    @BeforeEach
    void aFeed() {
        mongo.getCollection("feeds").insertOne(new Document("_id", "hash"));
    }

    @AfterEach
    void close() {
        client.close();
        server.shutdown();
    }

    @Test
    void fetchesOfOneSecondAreWrittenTogether() {
        fetches.note("hash", NINE.plusMillis(20));
        fetches.note("hash", NINE);

        assertThat(later).hasSize(1);
        later.remove().run();
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void thePeacefulEndWritesWhatIsStillWaiting() {
        fetches.note("hash", NINE);
        fetches.noteContent("hash", new StoredFeed("\"a\"", NINE));

        fetches.end();

        assertThat(counted()).isEqualTo(1);
        assertThat(stored().get("content", Document.class)).containsEntry("etag", "\"a\"");
    }

    @Test
    void aWriteThatWasPutOffTouchesNoDatabaseAfterTheEnd() {
        fetches.note("hash", NINE);
        fetches.end();
        fetches.note("hash", NINE);
        client.close();

        assertThat(later).isNotEmpty();
        assertThatCode(() -> later.forEach(Runnable::run)).doesNotThrowAnyException();
    }

    private long counted() {
        return stored().get("fetched", Document.class).getLong("count");
    }

    private Document stored() {
        Document found = mongo.getCollection("feeds").find().first();
        assertThat(found).isNotNull();
        return found;
    }
}
