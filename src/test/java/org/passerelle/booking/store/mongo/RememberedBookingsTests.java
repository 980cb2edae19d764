package org.passerelle.booking.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.linked;
import static org.passerelle.booking.Orders.skipping;
import static org.passerelle.booking.Orders.substituting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.platform.EmbeddedMongoStore;
import org.passerelle.time.Interval;

/** What the program remembers of its bookings, over its end and its next start. */
class RememberedBookingsTests {

    private static final Interval SPRING =
            Interval.of(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z"));

    private EmbeddedMongoStore store;
    private IndexedFamilies families;
    private BookingDesk desk;
    private Booking first;

    @BeforeEach
    void book(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes());
        families = MongoBookingsWiring.indexed(store.template());
        desk = new BookingDesk(MongoBookingsWiring.over(store.template(), families));
        first = desk.booked(People.CAMILLE, anOrder(Rooms.SEINE));
        desk.booked(People.ROSE, anOrder(Rooms.ALMONT, Rooms.LOFT), at("2026-04-01T15:00"));
        desk.booked(People.NADIA, anOrder(Rooms.SEINE), every("FREQ=WEEKLY;COUNT=5"), skipping());
        desk.booked(People.LOUIS, anOrder(Rooms.SEINE), every("FREQ=DAILY;COUNT=3"), substituting());
        desk.booked(People.LOUIS, anOrder(Rooms.PROJECTORS));
        desk.booked(
                People.NADIA,
                anOrder(Rooms.SUITE_OF_MELUN),
                at("2026-04-03T09:00"),
                linked(new ConferenceWish("bbb").in(VideoQuality.SD)));
        desk.cancel(desk.booked(People.CAMILLE, anOrder(Rooms.SEINE), at("2026-04-01T15:00")), People.CAMILLE);
        desk.booking.book(
                People.NADIA,
                at("2026-04-02T15:00").apply(anOrder(Rooms.VISIO)),
                Optional.of(Duration.ofMinutes(10)),
                RequestKey.once("digest"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static FamilyDigest digest(Family family) {
        return FamilyDigest.of(family, HoldingDocument.of(family));
    }

    @Test
    void aDocumentTellsTheSameAsItsBookings() {
        List<Document> documents = documents().find().into(new ArrayList<>());

        assertThat(documents).hasSize(8);
        assertThat(documents)
                .allSatisfy(document ->
                        assertThat(parts(FamilyDigest.from(document))).isEqualTo(parts(digest(Family.from(document)))));
        assertThat(documents)
                .anyMatch(document ->
                        !FamilyDigest.from(document).quotas().toList().isEmpty());
        assertThat(documents)
                .anyMatch(document -> !FamilyDigest.from(document).missing().isEmpty());
    }

    @Test
    void whatWasKeptIsWhatABookingHolds() {
        List<Object> before = everything(families);

        families.close();
        IndexedFamilies next = MongoBookingsWiring.indexed(store.template());

        assertThat(everything(next)).isEqualTo(before);
    }

    @Test
    void bookingsAreNotReadAfterAPeacefulEnd() {
        families.close();
        documents().updateMany(Filters.empty(), Updates.set("bookings", List.of()));

        IndexedFamilies next = MongoBookingsWiring.indexed(store.template());

        assertThat(next.missingRooms()).isNotEmpty();
    }

    @Test
    void bookingsAreReadAfterAViolentEnd() {
        List<Object> before = everything(families);

        IndexedFamilies next = MongoBookingsWiring.indexed(store.template());

        assertThat(everything(next)).isEqualTo(before);
    }

    @Test
    void onlyWhatHasChangedIsReadAfterAViolentEnd() {
        families.close();
        IndexedFamilies second = MongoBookingsWiring.indexed(store.template());
        BookingDesk later = new BookingDesk(MongoBookingsWiring.over(store.template(), second));
        Booking added = later.booked(People.ROSE, anOrder(Rooms.COUNCIL), at("2026-04-07T10:00"));
        later.cancel(first, People.CAMILLE);
        List<Object> before = holdings(second);
        documents()
                .updateMany(
                        Filters.nin("_id", added.id().root(), first.id().root()), Updates.set("bookings", List.of()));

        IndexedFamilies third = MongoBookingsWiring.indexed(store.template());

        assertThat(holdings(third)).isEqualTo(before);
        assertThat(ids(third.madeBy(People.ROSE.id()))).contains(added.id().value());
    }

    /** From what was kept, and from the documents themselves. */
    @Test
    void thoseWhoAreInvitedAreRememberedByAMark() {
        BookingOrder order = anOrder(Rooms.COUNCIL);
        Booking inviting = desk.booked(
                People.CAMILLE,
                new BookingOrder(
                        order.content().inviting(List.of(new Attendee(People.ROSE.email(), ""))),
                        order.schedule(),
                        order.rooms(),
                        order.onConflict(),
                        order.reacquire()));
        Instant before = inviting.occurrences().get(0).time().start();
        IndexedFamilies read = MongoBookingsWiring.indexed(store.template());
        families.close();
        IndexedFamilies remembered = MongoBookingsWiring.indexed(store.template());

        for (IndexedFamilies each : List.of(families, read, remembered)) {
            assertThat(ids(each.inviting(People.ROSE.email(), before)))
                    .isEqualTo(inviting.id().value());
            assertThat(each.inviting(People.LOUIS.email(), before)).isEmpty();
            assertThat(each.inviting(People.ROSE.email(), before.plus(Duration.ofDays(1))))
                    .isEmpty();
        }
    }

    @Test
    void whatIsBookedAfterTheEndIsFound() {
        families.close();
        Booking late = desk.booked(People.ROSE, anOrder(Rooms.COUNCIL), at("2026-04-07T10:00"));

        IndexedFamilies next = MongoBookingsWiring.indexed(store.template());

        assertThat(ids(next.madeBy(People.ROSE.id()))).contains(late.id().value());
    }

    @Test
    void halfOfWhatWasToBeKeptCountsForNothing() {
        families.close();
        List<Object> before = everything(families);
        kept().insertOne(new Document("edition", 2L).append("digests", new Binary(new byte[] {1, 2, 3})));

        assertThat(everything(MongoBookingsWiring.indexed(store.template()))).isEqualTo(before);
    }

    @Test
    void halfOfWhatWasToBeKeptIsClearedAway() {
        families.close();
        kept().insertOne(new Document("edition", 2L).append("digests", new Binary(new byte[] {1, 2, 3})));
        desk.booked(People.ROSE, anOrder(Rooms.COUNCIL), at("2026-04-07T10:00"));
        List<Object> before = everything(families);

        families.close();

        assertThat(everything(MongoBookingsWiring.indexed(store.template()))).isEqualTo(before);
        assertThat(kept().countDocuments()).isEqualTo(2);
    }

    @Test
    void theFormOfAnEarlierProgramCountsForNothing() {
        List<Object> before = everything(families);
        kept().insertOne(new Document("digests", new Binary(new byte[] {1, 2, 3})));
        kept().insertOne(new Document("_id", "whole").append("form", 1));

        IndexedFamilies next = MongoBookingsWiring.indexed(store.template());
        next.close();

        assertThat(everything(next)).isEqualTo(before);
        assertThat(everything(MongoBookingsWiring.indexed(store.template()))).isEqualTo(before);
    }

    @Test
    void aLittleThatHasChangedIsNotKeptBeforeTheEnd() {
        families.keepUp();

        assertThat(kept().countDocuments()).isZero();
    }

    @Test
    void muchThatHasChangedIsKeptBeforeTheEnd() {
        List<Object> before = holdings(families);
        for (int change = 0; change < 2_000; change++) {
            families.wrote(Family.of(first), HoldingDocument.of(Family.of(first)));
        }

        families.keepUp();
        documents().updateMany(Filters.empty(), Updates.set("bookings", List.of()));

        assertThat(holdings(MongoBookingsWiring.indexed(store.template()))).isEqualTo(before);
    }

    private void changeOften(IndexedFamilies remembering) {
        for (int change = 0; change <= 2_000; change++) {
            remembering.wrote(Family.of(first), HoldingDocument.of(Family.of(first)));
        }
    }

    @Test
    void whatIsKeptBeforeTheEndIsWhatHasChangedAndNoMore() {
        families.close();
        IndexedFamilies second = MongoBookingsWiring.indexed(store.template());
        BookingDesk later = new BookingDesk(MongoBookingsWiring.over(store.template(), second));
        later.cancel(first, People.CAMILLE);
        changeOften(second);
        List<Object> before = holdings(second);

        second.keepUp();

        assertThat(kept().countDocuments()).isEqualTo(3);
        documents().updateMany(Filters.empty(), Updates.set("bookings", List.of()));
        assertThat(holdings(MongoBookingsWiring.indexed(store.template()))).isEqualTo(before);
    }

    @Test
    void allIsKeptAnewBeforeHalfOfWhatIsKeptIsOfNoUse() {
        families.close();
        long most = 2 + documents().countDocuments();
        IndexedFamilies second = MongoBookingsWiring.indexed(store.template());
        List<Long> counts = new ArrayList<>();

        for (int kept = 0; kept < most; kept++) {
            changeOften(second);
            second.keepUp();
            counts.add(kept().countDocuments());
        }

        assertThat(counts).allMatch(count -> count <= most).endsWith(2L, 3L);
        assertThat(everything(MongoBookingsWiring.indexed(store.template()))).isEqualTo(everything(second));
    }

    private MongoCollection<Document> kept() {
        return store.database().getCollection(KeptDigests.COLLECTION);
    }

    private MongoCollection<Document> documents() {
        return store.database().getCollection(MongoBookingsWiring.COLLECTION);
    }

    private static List<Object> everything(IndexedFamilies families) {
        List<Integer> numbers = Rooms.directory().rooms().stream()
                .flatMap(room -> room.numbers().stream())
                .toList();
        return List.of(
                holdings(families),
                ids(families.occupying(numbers, SPRING)),
                ids(families.madeBy(People.LOUIS.id())),
                ids(families.voidMadeBy(People.CAMILLE.id())),
                ids(families.undecided()),
                families.missingRooms().stream().map(BookingId::value).sorted().toList());
    }

    private static List<Object> holdings(IndexedFamilies families) {
        List<Object> holdings = new ArrayList<>();
        families.holdings(holding -> holdings.add(holding.toString()));
        holdings.sort(null);
        return holdings;
    }

    private static String ids(Collection<Family> families) {
        return families.stream().map(Family::root).sorted().collect(Collectors.joining(" "));
    }

    private static List<Object> parts(FamilyDigest digest) {
        return List.of(
                digest.root(),
                digest.version(),
                digest.rooms().toList(),
                digest.quotas().toList(),
                digest.organisers(),
                digest.organisersOfVoid(),
                digest.isUndecided(),
                digest.missing());
    }
}
