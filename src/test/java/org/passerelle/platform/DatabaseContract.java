package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the booking core asks of its database, the embedded one and a replica set alike. */
abstract class DatabaseContract {

    private static final long NINE = 7L << 32 | 700_000;
    private static final int DUPLICATE_KEY = 11000;

    private MongoCollection<Document> bookings;

    /** An empty database. */
    abstract MongoDatabase database();

    @BeforeEach
    void declareIndexes() {
        bookings = database().getCollection("bookings");
        new BookingIndexes().apply(database());
    }

    @Test
    void refusesADocumentThatSharesOneClaim() {
        bookings.insertOne(booking("a", NINE, NINE + 1));

        refusesAsDuplicate(() -> bookings.insertOne(booking("b", NINE + 1, NINE + 2)));

        assertThat(bookings.countDocuments()).isEqualTo(1);
        bookings.insertOne(booking("c", NINE + 2));
    }

    @Test
    void leavesTheDocumentUnchangedWhenAnUpdateCollides() {
        bookings.insertOne(booking("a", NINE));
        bookings.insertOne(booking("b", NINE + 5));

        refusesAsDuplicate(() -> bookings.updateOne(
                Filters.and(Filters.eq("_id", "b"), Filters.eq("version", 1L)),
                Updates.combine(Updates.set("claims", List.of(NINE + 6, NINE)), Updates.set("version", 2L))));

        assertThat(byId("b")).isEqualTo(booking("b", NINE + 5));
        bookings.insertOne(booking("c", NINE + 6));
        refusesAsDuplicate(() -> bookings.insertOne(booking("d", NINE + 5)));
    }

    @Test
    void leavesTheDocumentUnchangedWhenAReplacementCollides() {
        bookings.insertOne(booking("a", NINE));
        bookings.insertOne(booking("b", NINE + 5));

        refusesAsDuplicate(() -> bookings.replaceOne(
                Filters.and(Filters.eq("_id", "b"), Filters.eq("version", 1L)), booking("b", NINE + 6, NINE)));

        assertThat(byId("b")).isEqualTo(booking("b", NINE + 5));
        bookings.insertOne(booking("c", NINE + 6));
        refusesAsDuplicate(() -> bookings.insertOne(booking("d", NINE + 5)));
    }

    @Test
    void leavesTheDocumentUnchangedWhenAFindAndModifyCollides() {
        bookings.insertOne(booking("a", NINE));
        bookings.insertOne(booking("b", NINE + 5));

        refusesAsDuplicate(() ->
                bookings.findOneAndUpdate(Filters.eq("_id", "b"), Updates.pushEach("claims", List.of(NINE + 6, NINE))));
        refusesAsDuplicate(() -> bookings.findOneAndReplace(Filters.eq("_id", "b"), booking("b", NINE + 6, NINE)));

        assertThat(byId("b")).isEqualTo(booking("b", NINE + 5));
        bookings.insertOne(booking("c", NINE + 6));
        refusesAsDuplicate(() -> bookings.insertOne(booking("d", NINE + 5)));
    }

    @Test
    void refusesAnUpsertThatCollides() {
        bookings.insertOne(booking("a", NINE));

        refusesAsDuplicate(() ->
                bookings.replaceOne(Filters.eq("_id", "b"), booking("b", NINE), new ReplaceOptions().upsert(true)));

        assertThat(bookings.countDocuments()).isEqualTo(1);
    }

    @Test
    void movesADocumentOverItsOwnClaimsAndFreesTheOldOnes() {
        bookings.insertOne(booking("a", NINE, NINE + 1));

        bookings.updateOne(Filters.eq("_id", "a"), Updates.set("claims", List.of(NINE + 1, NINE + 2)));

        bookings.insertOne(booking("b", NINE));
        refusesAsDuplicate(() -> bookings.insertOne(booking("c", NINE + 2)));
    }

    @Test
    void freesTheClaimsOfCancelledDocumentsAndLetsThemTakeNewOnes() {
        bookings.insertOne(booking("a", NINE));
        bookings.insertOne(booking("b", NINE + 1));

        bookings.updateOne(Filters.eq("_id", "a"), Updates.unset("claims"));
        bookings.updateOne(Filters.eq("_id", "b"), Updates.unset("claims"));

        bookings.insertOne(booking("c", NINE, NINE + 1));
        bookings.updateOne(Filters.eq("_id", "a"), Updates.set("claims", List.of(NINE + 2)));
        refusesAsDuplicate(() -> bookings.updateOne(Filters.eq("_id", "b"), Updates.set("claims", List.of(NINE + 2))));
    }

    @Test
    void letsDocumentsWithoutAnyClaimCoexistAndTakeClaimsLater() {
        bookings.insertOne(booking("a"));
        bookings.insertOne(booking("b"));

        bookings.updateOne(Filters.eq("_id", "a"), Updates.set("claims", List.of(NINE)));

        assertThat(byId("a")).isEqualTo(booking("a", NINE));
        refusesAsDuplicate(() -> bookings.updateOne(Filters.eq("_id", "b"), Updates.set("claims", List.of(NINE))));
    }

    @Test
    void findsDocumentsByAnyOfTheirClaims() {
        bookings.insertOne(booking("a", NINE, NINE + 1));
        bookings.insertOne(booking("b", NINE + 2));
        bookings.insertOne(booking("c", NINE + 3));

        List<String> found = bookings.find(Filters.in("claims", NINE + 1, NINE + 2))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());

        assertThat(found).containsExactlyInAnyOrder("a", "b");
        assertThat(bookings.find(Filters.eq("claims", NINE + 3)).first()).isEqualTo(booking("c", NINE + 3));
    }

    @Test
    void findsEachDocumentOnceByManyOfItsClaimsAndNoOther() {
        bookings.insertOne(booking("before", NINE - 1));
        bookings.insertOne(booking("a", NINE, NINE + 1, NINE + 2));
        bookings.insertOne(booking("b", NINE + 8_999, NINE + 9_000));
        bookings.insertOne(booking("after", NINE + 9_001));
        List<Long> month = LongStream.range(NINE, NINE + 9_000).boxed().toList();

        List<String> found = bookings.find(Filters.in("claims", month))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());

        assertThat(found).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void changesNothingForAStaleVersion() {
        bookings.insertOne(booking("a", NINE));

        long modified = bookings.updateOne(
                        new Document("_id", "a").append("version", 7L), Updates.set("title", "moved"))
                .getModifiedCount();

        assertThat(modified).isZero();
        assertThat(byId("a")).isEqualTo(booking("a", NINE));
    }

    @Test
    void answersWithTheDocumentAsItIsAfterAnUpdate() {
        bookings.insertOne(booking("a", NINE));

        Document after = bookings.findOneAndUpdate(
                new Document("_id", "a").append("version", 1L),
                Updates.inc("version", 1L),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));

        assertThat(after).isEqualTo(booking("a", NINE).append("version", 2L));
    }

    @Test
    void letsExactlyOneOfManyTakeASlot() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(16);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long slot = NINE + i / 20;
            Document booking = booking("p" + i, slot, slot + 100 + i);
            attempts.add(() -> inserts(booking));
        }

        List<Future<Boolean>> outcomes = people.invokeAll(attempts);
        people.shutdown();

        int winners = 0;
        for (Future<Boolean> outcome : outcomes) {
            winners += outcome.get() ? 1 : 0;
        }
        assertThat(winners).isEqualTo(10).isEqualTo((int) bookings.countDocuments());
    }

    private boolean inserts(Document booking) {
        try {
            bookings.insertOne(booking);
            return true;
        } catch (MongoWriteException e) {
            assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
            return false;
        }
    }

    private Document byId(String id) {
        Document found = bookings.find(Filters.eq("_id", id)).first();
        assertThat(found).isNotNull();
        return found;
    }

    private static Document booking(String id, Long... claims) {
        return new Document("_id", id).append("version", 1L).append("claims", List.of(claims));
    }

    /** Writes say it with one exception of the driver, commands with another; the code is the same. */
    private static void refusesAsDuplicate(ThrowingCallable write) {
        assertThatExceptionOfType(com.mongodb.MongoException.class)
                .isThrownBy(write)
                .isInstanceOfAny(MongoWriteException.class, MongoCommandException.class)
                .satisfies(e -> assertThat(e.getCode()).isEqualTo(DUPLICATE_KEY));
    }
}
