package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.platform.files.OwnerOnly;

class EmbeddedMongoTests extends DatabaseContract {

    @TempDir
    private Path folder;

    private EmbeddedMongoStore store;

    @BeforeEach
    @Override
    void declareIndexes() {
        store = EmbeddedMongoStore.open(folder);
        super.declareIndexes();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    MongoDatabase database() {
        return store.database();
    }

    @Test
    void answersHelloAsAServerThatTakesWrites() {
        Document answer = database().runCommand(new Document("hello", 1));

        assertThat(answer.getBoolean("isWritablePrimary")).isTrue();
        assertThat(answer.getInteger("maxWireVersion")).isPositive();
    }

    @Test
    void namesItsDatabases() {
        database().getCollection("things").insertOne(new Document("_id", 1));

        Document answer = store.client().getDatabase("admin").runCommand(new Document("listDatabases", 1));

        assertThat(answer.getList("databases", Document.class))
                .containsExactly(new Document("name", database().getName()).append("empty", false));
    }

    @Test
    void readsOnAWholeCollectionWhileItIsWrittenTo() {
        MongoCollection<Document> things = database().getCollection("things");
        things.insertMany(IntStream.range(0, 500)
                .mapToObj(id -> new Document("_id", id).append("even", id % 2 == 0))
                .toList());

        List<Integer> met = new ArrayList<>();
        for (Document thing : things.find(Filters.eq("even", true))
                .projection(Projections.include("even"))
                .batchSize(7)) {
            int id = thing.getInteger("_id");
            met.add(id);
            things.deleteOne(Filters.eq("_id", id));
            things.insertOne(new Document("_id", 1_000 + id).append("even", false));
            assertThat(thing).containsOnlyKeys("_id", "even");
        }

        assertThat(met)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 250).map(id -> 2 * id).boxed().toList());
        assertThat(things.countDocuments()).isEqualTo(500);
    }

    @Test
    void answersOnlyTheFieldsThatAreAskedFor() {
        MongoCollection<Document> things =
                versioned(IntStream.range(0, 20).mapToObj(id -> new Document("version", id)));

        List<Document> answer = things.find()
                .projection(Projections.include("version"))
                .batchSize(7)
                .into(new ArrayList<>());

        assertThat(answer).hasSize(20).allSatisfy(each -> assertThat(each).containsOnlyKeys("_id", "version"));
        assertThat(answer)
                .extracting(each -> each.getInteger("version"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void answersWholeListsThatAnIndexSplits() {
        MongoCollection<Document> things =
                versioned(Stream.of(new Document("version", List.of(1, 2)), new Document("version", 3)));

        assertThat(things.find().projection(Projections.include("version")))
                .extracting(each -> each.get("version"))
                .containsExactlyInAnyOrder(List.of(1, 2), 3);
    }

    @Test
    void meetsEachDocumentOfAnIndexOnceWhileItIsWrittenTo() {
        MongoCollection<Document> things =
                versioned(IntStream.range(0, 500).mapToObj(id -> new Document("version", 1L)));

        List<Object> met = new ArrayList<>();
        for (Document thing :
                things.find().projection(Projections.include("version")).batchSize(7)) {
            met.add(thing.get("_id"));
            things.updateOne(Filters.eq("_id", thing.get("_id")), Updates.inc("version", 1L));
            things.updateOne(Filters.eq("_id", 499 - thing.getInteger("_id")), Updates.inc("version", 1L));
        }

        assertThat(met).hasSize(500).doesNotHaveDuplicates();
    }

    private MongoCollection<Document> versioned(Stream<Document> documents) {
        MongoCollection<Document> things = database().getCollection("versioned");
        things.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
        AtomicInteger id = new AtomicInteger();
        things.insertMany(documents
                .map(document -> document.append("_id", id.getAndIncrement()).append("more", "words"))
                .toList());
        return things;
    }

    @Test
    void keepsEveryTypeOfValueAndKeyOverARestart() {
        Document everything = new Document("_id", UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2"))
                .append("text", "Comité d'été")
                .append("numbers", List.of(1, 2L, 3.5, new Decimal128(4)))
                .append("date", Date.from(Instant.parse("2026-03-25T09:00:00Z")))
                .append("nothing", null)
                .append("yes", true)
                .append("bytes", new Binary(new byte[] {1, 2, 3}))
                .append("nested", new Document("id", new ObjectId("65f000000000000000000001")));
        MongoCollection<Document> things = database().getCollection("things");
        things.insertOne(everything);
        for (Object id : List.of(1, 2L, "b", new ObjectId(), new Document("a", 1).append("b", "c"))) {
            things.insertOne(new Document("_id", id).append("id", id));
        }

        store.close();
        store = EmbeddedMongoStore.open(folder);

        things = database().getCollection("things");
        assertThat(things.find(Filters.eq("_id", everything.get("_id"))).first())
                .isEqualTo(everything);
        assertThat(things.find(new Document("id", new Document("$exists", true))))
                .hasSize(5)
                .allSatisfy(found -> assertThat(database()
                                .getCollection("things")
                                .find(Filters.eq("_id", found.get("id")))
                                .first())
                        .isEqualTo(found));
    }

    @Test
    void keepsUniqueIndexesOverARestart() {
        MongoCollection<Document> people = database().getCollection("people");
        people.createIndex(
                Indexes.ascending("email"),
                new IndexOptions().name("by-email").unique(true).sparse(true));
        people.insertOne(new Document("_id", 1).append("email", "kim@example.org"));

        store.close();
        store = EmbeddedMongoStore.open(folder);

        MongoCollection<Document> reopened = database().getCollection("people");
        assertThat(reopened.find(Filters.eq("email", "kim@example.org")).first())
                .isNotNull();
        assertThat(catchThrowable(() -> reopened.insertOne(new Document("_id", 2).append("email", "kim@example.org"))))
                .hasMessageContaining("E11000");
    }

    @Test
    void listensOnNoPortOfTheMachine(@TempDir Path another) {
        Set<String> before = ListeningSockets.ofThisProcess();

        try (EmbeddedMongoStore second = EmbeddedMongoStore.open(another)) {
            second.database().getCollection("things").insertOne(new Document("_id", 1));

            assertThat(ListeningSockets.ofThisProcess()).isSubsetOf(before);
        }
    }

    @Test
    void keepsItsFilesFromOtherUsersOfTheMachine() throws Exception {
        assertThat(OwnerOnly.openToOthers(folder)).isEmpty();

        store.close();

        assertThat(OwnerOnly.openToOthers(folder)).isEmpty();
        store = EmbeddedMongoStore.open(folder);
    }

    @Test
    void refusesASecondOneOnTheSameFolder() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EmbeddedMongoStore.open(folder))
                .withMessage("Another Passerelle is running on the data folder " + folder);
    }

    @Test
    void givesBackTheRoomOfWhatIsNoLongerLiveAndLeavesEveryDocumentBehind() throws Exception {
        store.close();
        store = EmbeddedMongoStore.openTidy(folder);
        long live = StoredBooking.insertRenameAndCancel(store.database(), 400);
        List<String> before = everything();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(fileSize()).isLessThan(5 * live));

        store.close();
        long size = fileSize();
        store = EmbeddedMongoStore.openTidy(folder);
        assertThat(size).isLessThan(5 * live);
        assertThat(everything()).isEqualTo(before).isNotEmpty();
    }

    private List<String> everything() {
        List<String> documents = new ArrayList<>();
        for (String collection : database().listCollectionNames()) {
            database()
                    .getCollection(collection)
                    .find()
                    .forEach(document -> documents.add(collection + " " + document.toJson()));
        }
        documents.sort(null);
        return documents;
    }

    @Test
    void readsADocumentWholeWhileItIsBeingRewritten() throws Exception {
        MongoCollection<Document> things = database().getCollection("things");
        things.insertOne(new Document("_id", 1).append("a", 0).append("b", 0));
        Thread writer = new Thread(() -> {
            for (int i = 1; i <= 500; i++) {
                things.updateOne(Filters.eq("_id", 1), Updates.combine(Updates.set("a", i), Updates.set("b", i)));
            }
        });

        writer.start();

        do {
            Document found = things.find(Filters.eq("_id", 1)).first();
            assertThat(found).isNotNull();
            assertThat(found.getInteger("a")).isEqualTo(found.getInteger("b"));
        } while (writer.isAlive());
        assertThat(things.find().first()).containsEntry("a", 500);
    }

    private long fileSize() throws IOException {
        return StoredBooking.bytesOf(folder);
    }
}
