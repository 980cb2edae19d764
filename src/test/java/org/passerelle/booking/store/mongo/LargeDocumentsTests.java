package org.passerelle.booking.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Orders;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.store.Bookings;
import org.passerelle.booking.store.Bookings.Write;
import org.passerelle.platform.EmbeddedMongoStore;

/** Documents at the bound of their size: a series that was split very often, with long notes in each part. */
class LargeDocumentsTests {

    private static final Instant LATER = Instant.parse("2026-03-25T19:00:00Z");

    /** Each takes 24 KB. */
    private static final String NOTES = "€".repeat(Content.LONGEST_NOTES);

    private static final int PARTS_THAT_FIT = 80;

    private EmbeddedMongoStore store;
    private Booking model;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes());
        model = new BookingDesk(MongoBookingsWiring.over(store.template()))
                .booked(People.CAMILLE, Orders.anOrder(Rooms.SEINE));
        collection().deleteMany(new Document());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void readsDocumentsThatTogetherOutgrowAMessage() {
        for (int i = 0; i < 30; i++) {
            insert(splitOften(i));
        }

        Bookings bookings = MongoBookingsWiring.over(store.template());

        assertThat(bookings.held()).hasSize(30 * PARTS_THAT_FIT);
    }

    @Test
    void refusesAPartForWhichADocumentHasNoRoomAndLeavesItAsItWas() {
        Family family = splitOften(1);
        insert(family);
        Bookings bookings = MongoBookingsWiring.over(store.template());
        Booking first = family.members().get(0);
        Document before = stored();

        BookingId next = bookings.nextPart(first.id());
        Write write = Write.WRITTEN;
        for (int more = 0; more < 5 && write == Write.WRITTEN; more++) {
            before = stored();
            next = bookings.nextPart(first.id());
            Booking earlier = bookings.find(first.id()).orElseThrow();
            write = bookings.split(earlier, part(earlier, next));
        }

        assertThat(write).isEqualTo(Write.TOO_LARGE);
        assertThat(stored()).isEqualTo(before);
        assertThat(bookings.find(next)).isEmpty();
    }

    private MongoCollection<Document> collection() {
        return store.database().getCollection(MongoBookingsWiring.COLLECTION);
    }

    private Document stored() {
        return Optional.ofNullable(collection().find().first()).orElseThrow();
    }

    private void insert(Family family) {
        collection().insertOne(family.toDocument(1, List.of()));
    }

    private Family splitOften(int number) {
        BookingId root = new BookingId("%032x".formatted(number));
        List<Booking> members = IntStream.range(0, PARTS_THAT_FIT)
                .mapToObj(part -> part(model, part == 0 ? root : root.withPart(part)))
                .toList();
        return new Family(root.value(), 1, members);
    }

    /** A hold of no rooms, long in words. */
    private static Booking part(Booking like, BookingId id) {
        return new Booking(
                new Identity(id, like.uid(), "digest"),
                like.owner(),
                new Content("Comité", NOTES, like.content().visibility(), 0, List.of(), Optional.empty()),
                like.schedule(),
                like.rooms(),
                new Booking.Dates(List.of(), List.of()),
                Status.fresh(BookingState.HELD, Optional.of(LATER), LATER).atVersion(like.version()));
    }
}
