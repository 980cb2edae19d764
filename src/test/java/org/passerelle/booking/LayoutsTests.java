package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.skipping;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.booking.allocation.PlacingWiring;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.directory.BookingRules.Buffers;
import org.passerelle.directory.Room;
import org.passerelle.directory.arrangement.Layout;
import org.passerelle.directory.arrangement.Layouts;
import org.passerelle.time.Interval;

/** Rooms that are furnished for a meeting are held while that is done, in the one write that books them. */
class LayoutsTests extends OnEmbeddedStore {

    private static final Layouts LAYOUTS = new Layouts(List.of(
            layout("theatre", 40, "PT30M", "PT15M"), layout("board", 12, "PT0S", "PT0S"), Layout.called("plain")));

    /** Half an hour before for the theatre, and a quarter after; both kept of neighbours. */
    private static final Room ATRIUM =
            furnished(aRoom("melun-atrium", 71).buffered("PT5M", "PT5M").build(), List.of());

    /** The same, where the longer serves both. */
    private static final Room HALL = furnished(shared(aRoom("melun-hall", 72).build()), List.of(73));

    /** Whose tables nobody moves. */
    private static final Room CELL = aRoom("melun-cell", 74).build();

    private BookingDesk desk;

    private static Layout layout(String id, int seats, String setUp, String cleanUp) {
        return new Layout(
                id,
                Optional.empty(),
                Optional.of(seats),
                Optional.of(Duration.parse(setUp)),
                Optional.of(Duration.parse(cleanUp)));
    }

    private static Room shared(Room room) {
        var rules = room.rules().with(new Buffers(Duration.ZERO, Duration.ZERO, true));
        return new Room(room.id(), room.site(), room.kind(), room.profile(), rules, List.of(), room.numbers());
    }

    private static Room furnished(Room room, List<Integer> setUp) {
        return new Room(
                room.id(),
                room.site(),
                room.kind(),
                room.profile(),
                room.rules().with(LAYOUTS),
                List.of(),
                room.numbers(),
                setUp);
    }

    private static UnaryOperator<BookingOrder> in(String layout) {
        return order -> order.about(order.content().arranged(Arrangements.NONE.in(Optional.of(layout))));
    }

    private static UnaryOperator<BookingOrder> people(int count) {
        return order -> order.about(order.content().saying("Assemblée", "", count));
    }

    @BeforeEach
    void openDesk() {
        var directory = Rooms.directory(ATRIUM, HALL, CELL);
        desk = new BookingDesk(MongoBookingsWiring.over(template()), PlacingWiring.NOTHING_TOLD, () -> directory);
    }

    private static Interval held(Booking booking) {
        Occurrence date = booking.occurrences().get(0);
        return date.places().get(0).occupied();
    }

    private static Interval between(String from, String to) {
        return Interval.of(Instant.parse("2026-04-01T" + from + ":00Z"), Instant.parse("2026-04-01T" + to + ":00Z"));
    }

    @Test
    void theLayoutSaysHowLongTheRoomIsHeldAndHowManySitInIt() {
        Booking theatre = done(desk.book(CAMILLE, changed(anOrder(ATRIUM), in("theatre"), people(40))));
        Booking plain = done(desk.book(CAMILLE, changed(anOrder(ATRIUM), at("2026-04-01T12:00"), in("plain"))));

        assertThat(held(theatre)).isEqualTo(between("06:30", "08:15"));
        assertThat(held(plain)).isEqualTo(between("09:55", "11:05"));
        assertRefused(
                desk.book(CAMILLE, changed(anOrder(ATRIUM), at("2026-04-02T09:00"), in("theatre"), people(41))),
                ReasonCode.OVER_CAPACITY);
        assertRefused(
                desk.book(CAMILLE, changed(anOrder(ATRIUM), at("2026-04-02T09:00"), in("board"), people(13))),
                ReasonCode.OVER_CAPACITY);
    }

    @Test
    void ofTwoNeighboursBothTimesAreKept() {
        done(desk.book(CAMILLE, changed(anOrder(ATRIUM), in("theatre")))); // until 10:15 cleared away

        conflicts(desk.book(NADIA, changed(anOrder(ATRIUM), at("2026-04-01T10:30"), in("theatre"))));
        conflicts(desk.book(NADIA, changed(anOrder(ATRIUM), at("2026-04-01T10:40"), in("theatre"))));

        done(desk.book(NADIA, changed(anOrder(ATRIUM), at("2026-04-01T10:45"), in("theatre"))));
    }

    @Test
    void theLongerServesBothWhereTheRoomSaysSo() {
        done(desk.book(CAMILLE, changed(anOrder(HALL), in("theatre"))));

        conflicts(desk.book(NADIA, changed(anOrder(HALL), at("2026-04-01T10:25"), in("theatre"))));
        conflicts(desk.book(NADIA, changed(anOrder(HALL), at("2026-04-01T10:10"), in("board"))));

        done(desk.book(NADIA, changed(anOrder(HALL), at("2026-04-01T10:30"), in("theatre"))));
    }

    @Test
    void whatWasBookedBeforeTheRuleIsNotSetUpInto() {
        Room before = furnished(HALL, List.of());
        var old = new BookingDesk(
                MongoBookingsWiring.over(template()), PlacingWiring.NOTHING_TOLD, () -> Rooms.directory(before));
        done(old.book(CAMILLE, changed(anOrder(HALL), in("theatre"))));

        conflicts(desk.book(NADIA, changed(anOrder(HALL), at("2026-04-01T10:25"), in("theatre"))));
        done(desk.book(NADIA, changed(anOrder(HALL), at("2026-04-01T10:30"), in("theatre"))));
    }

    @Test
    void ofManyNeighboursAtOnceOnlyThoseAreMadeBetweenWhomThereIsTime() {
        for (Room room : List.of(ATRIUM, HALL)) {
            int least = room == HALL ? 30 : 45;
            List<Callable<BookingResult>> all = IntStream.range(0, 24)
                    .<Callable<BookingResult>>mapToObj(i -> () -> desk.book(
                            i % 2 == 0 ? CAMILLE : NADIA,
                            changed(
                                    anOrder(room),
                                    at("2026-04-02T%02d:%02d".formatted(9 + i / 6, i % 6 * 10)),
                                    in("theatre"))))
                    .toList();

            List<Interval> made = Together.all(all).stream()
                    .filter(Outcomes::isDone)
                    .map(result -> done(result).occurrences().get(0).time())
                    .sorted((one, other) -> one.start().compareTo(other.start()))
                    .toList();

            assertThat(made).isNotEmpty();
            for (int i = 1; i < made.size(); i++) {
                assertThat(Duration.between(made.get(i - 1).end(), made.get(i).start()))
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(least));
            }
        }
    }

    @Test
    void anotherLayoutIsHadOnlyIfThereIsTimeForItAndElseNothingChanges() {
        Booking plain = done(desk.book(CAMILLE, changed(anOrder(ATRIUM), in("board"))));
        done(desk.book(NADIA, changed(anOrder(ATRIUM), at("2026-04-01T10:05"), in("board"))));

        conflicts(desk.changing.change(CAMILLE, plain.id(), Optional.empty(), in("theatre")));
        assertThat(desk.bookings.find(plain.id())).contains(plain);

        Booking earlier = done(desk.changing.change(
                CAMILLE, plain.id(), Optional.empty(), order -> changed(order, at("2026-04-01T08:45"), in("theatre"))));
        assertThat(held(earlier)).isEqualTo(between("06:15", "08:00"));
        assertThat(earlier.content().arrangements().layout()).contains("theatre");
    }

    @Test
    void aLayoutByItselfIsNoNewTimeForThoseInvited() {
        Booking booked = done(desk.book(CAMILLE, anOrder(ATRIUM)));

        Booking furnished = done(desk.changing.change(CAMILLE, booked.id(), Optional.empty(), in("theatre")));

        assertThat(furnished.status().sequence()).isEqualTo(booked.status().sequence());
        assertThat(furnished.status().replanned()).isEmpty();
        assertThat(held(furnished)).isEqualTo(between("06:30", "08:15"));
    }

    @Test
    void aDateThatMovesAndOneThatEndsEarlyKeepTheTimeOfTheLayout() {
        Booking weekly = done(desk.book(CAMILLE, changed(anOrder(HALL), every("FREQ=WEEKLY;COUNT=3"), in("theatre"))));
        Instant second = weekly.occurrences().get(1).recurrenceId();

        Booking moved = done(desk.changingOne.change(
                CAMILLE,
                weekly.id(),
                second,
                Optional.empty(),
                new OccurrenceEdit(Optional.of(second.plus(Duration.ofHours(3))), Optional.empty(), Optional.empty())));

        Occurrence date = moved.occurrence(second).orElseThrow();
        assertThat(date.places().get(0).occupied())
                .isEqualTo(date.time().extendedBy(Duration.ofMinutes(30), Duration.ofMinutes(15)));
    }

    @Test
    void onlyWhatARoomOffersCanBeHad() {
        assertRefused(desk.book(CAMILLE, changed(anOrder(ATRIUM), in("banquet"))), ReasonCode.UNKNOWN_LAYOUT);
        assertRefused(desk.book(CAMILLE, changed(anOrder(CELL), in("theatre"))), ReasonCode.UNKNOWN_LAYOUT);

        Booking both = done(desk.book(CAMILLE, changed(anOrder(ATRIUM, CELL), in("theatre"))));

        assertThat(both.occurrences().get(0).places().get(1).occupied())
                .isEqualTo(both.occurrences().get(0).time());
    }

    @Test
    void aSeriesLeavesOutTheDatesWithoutTimeToFurnishTheRoom() {
        done(desk.book(NADIA, changed(anOrder(ATRIUM), at("2026-04-08T10:15"), in("board"))));
        done(desk.book(NADIA, changed(anOrder(ATRIUM), at("2026-04-15T10:10"), in("board"))));

        Booking weekly = done(
                desk.book(CAMILLE, changed(anOrder(ATRIUM), every("FREQ=WEEKLY;COUNT=3"), in("theatre"), skipping())));

        assertThat(weekly.occurrences()).hasSize(2);
        assertThat(weekly.skipped()).hasSize(1);
        assertThat(weekly.skipped().get(0).time().start()).isEqualTo(Instant.parse("2026-04-15T07:00:00Z"));
    }

    @Test
    void whatIsKnownToBeTakenAfterAStartIsWhatIsClaimed() {
        Booking both = done(desk.book(CAMILLE, changed(anOrder(HALL, ATRIUM), in("theatre"))));
        var occupancy = MongoBookingsWiring.wiredOver(template()).occupancy();

        var held = occupancy.read(List.of(both.id().root())).get(0);

        assertThat(held.stretches().stream().flatMapToLong(Claims::of).sorted().toArray())
                .containsExactly(both.claims());
    }

    @Test
    void aBookingWithoutALayoutIsStoredAsItAlwaysWas() {
        done(desk.book(CAMILLE, anOrder(CELL)));

        var stored = documents().find().first();

        assertThat(stored).isNotNull();
        assertThat(stored.toJson()).doesNotContain("layout", "setUp", "services");
    }
}
