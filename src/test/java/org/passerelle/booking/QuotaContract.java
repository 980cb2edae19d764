package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.Person;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.caps.QuotaGuide.QuotaQuestion;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.permission.BookingPermissions;
import org.passerelle.directory.permission.BookingQuota;
import org.passerelle.directory.permission.BookingQuota.QuotaHolder;
import org.passerelle.directory.permission.BookingQuota.QuotaPeriod;
import org.passerelle.directory.permission.BookingQuota.QuotaScope;
import org.passerelle.directory.permission.BookingQuota.QuotaScope.ScopeKind;
import org.passerelle.directory.permission.OpenBookingQuota;
import org.passerelle.time.Interval;

/** How many bookings one may have open in a room and at a site, and what becomes of quotas when a booking changes hands. */
interface QuotaContract {

    QuotaScope MELUN = new QuotaScope(ScopeKind.SITE, "melun");

    /** Two of each person, whichever of both rooms. */
    OpenBookingQuota TWO_EACH = new OpenBookingQuota(MELUN, QuotaHolder.PERSON, 2);

    Room NORTH = room("melun-north", 71, TWO_EACH);
    Room SOUTH = room("melun-south", 72, TWO_EACH);

    /** Three of everybody together. */
    Room SHARED = room(
            "melun-shared",
            73,
            new OpenBookingQuota(new QuotaScope(ScopeKind.ROOM, "melun-shared"), QuotaHolder.ROOM, 3));

    /** One of each organisation, four of everybody at the site. */
    Room CLUB = room(
            "melun-club",
            74,
            new OpenBookingQuota(new QuotaScope(ScopeKind.ROOM, "melun-club"), QuotaHolder.ORGANISATION, 1),
            new OpenBookingQuota(MELUN, QuotaHolder.SITE, 4));

    Room CLUBS = room("melun-clubs", 75, new OpenBookingQuota(MELUN, QuotaHolder.SITE, 4));

    /** Five hours a day of each person. */
    Room TIMED = aRoom("melun-timed", 76)
            .permitting(new BookingPermissions(
                    List.of(),
                    Set.of(),
                    List.of(new BookingQuota(MELUN, QuotaHolder.PERSON, Duration.ofHours(5), QuotaPeriod.DAY))))
            .build();

    /** A desk over the same store, in rooms of which some have quotas. */
    BookingDesk desk(Directory directory);

    StoredBookings stored();

    private static Room room(String name, int number, OpenBookingQuota... quotas) {
        return aRoom(name, number)
                .permitting(new BookingPermissions(List.of(), Set.of(), List.of(), List.of(quotas)))
                .build();
    }

    private BookingDesk desk() {
        return desk(Rooms.directory(NORTH, SOUTH, SHARED, CLUB, CLUBS, TIMED));
    }

    @Test
    default void openBookingsAreCountedOverTheRoomsOfASiteAndAPersonAtATime() {
        BookingDesk desk = desk();
        desk.booked(CAMILLE, anOrder(NORTH));
        desk.booked(CAMILLE, anOrder(NORTH), inRooms(NORTH, SOUTH), at("2026-04-02T09:00"));

        assertRefused(desk.book(CAMILLE, changed(anOrder(SOUTH), at("2026-05-05T09:00"))), ReasonCode.QUOTA_EXCEEDED);
        done(desk.book(LOUIS, changed(anOrder(SOUTH), at("2026-05-05T09:00"))));
    }

    @Test
    default void aBookingIsOpenUntilTheDayIsOverOnWhichItEnds() {
        BookingDesk desk = desk();
        desk.booked(CAMILLE, anOrder(NORTH), at("2026-04-02T09:00"));
        desk.booked(CAMILLE, anOrder(NORTH), at("2026-04-07T09:00"));
        desk.clock.advance(Duration.between(desk.clock.instant(), Instant.parse("2026-04-02T20:00:00Z")));
        assertRefused(desk.book(CAMILLE, changed(anOrder(SOUTH), at("2026-05-05T09:00"))), ReasonCode.QUOTA_EXCEEDED);

        desk.clock.advance(Duration.ofHours(5));

        Booking third = done(desk.book(CAMILLE, changed(anOrder(SOUTH), at("2026-05-05T09:00"))));
        assertRefused(desk.book(CAMILLE, changed(anOrder(SOUTH), at("2026-05-06T09:00"))), ReasonCode.QUOTA_EXCEEDED);
        done(desk.change(third, CAMILLE, at("2026-05-12T09:00")));
        stored().assertSound();
    }

    @Test
    default void whatIsCalledOffIsOpenNoMore() {
        BookingDesk desk = desk();
        Booking first = desk.booked(CAMILLE, anOrder(NORTH));
        desk.booked(CAMILLE, anOrder(NORTH), at("2026-04-02T09:00"));

        done(desk.cancel(first, CAMILLE));

        done(desk.book(CAMILLE, changed(anOrder(SOUTH), at("2026-05-05T09:00"))));
    }

    @Test
    default void aSeriesIsOneAlsoOnceItIsSplitAndMoved() {
        BookingDesk desk = desk();
        Booking series = desk.booked(CAMILLE, anOrder(NORTH), every("FREQ=WEEKLY;COUNT=4"));
        desk.booked(CAMILLE, anOrder(SOUTH));

        Booking later = done(desk.changeFollowing(series, CAMILLE, "2026-04-15T07:00:00Z", at("2026-04-15T14:00")));
        done(desk.change(later, CAMILLE, at("2026-04-15T16:00")));

        assertRefused(desk.book(CAMILLE, changed(anOrder(SOUTH), at("2026-05-05T09:00"))), ReasonCode.QUOTA_EXCEEDED);
        stored().assertSound();
    }

    @Test
    default void openBookingsOfARoomAndOfASiteAreOfEverybodyTogether() {
        BookingDesk desk = desk();
        desk.booked(CAMILLE, anOrder(SHARED));
        desk.booked(LOUIS, anOrder(SHARED), at("2026-04-02T09:00"));
        desk.booked(NADIA, anOrder(SHARED), at("2026-04-03T09:00"));
        assertRefused(desk.book(NADIA, changed(anOrder(SHARED), at("2026-04-07T09:00"))), ReasonCode.QUOTA_EXCEEDED);

        desk.booked(CAMILLE, anOrder(CLUB));
        assertRefused(desk.book(LOUIS, changed(anOrder(CLUB), at("2026-04-02T09:00"))), ReasonCode.QUOTA_EXCEEDED);
        desk.booked(NADIA, anOrder(CLUB), at("2026-04-02T09:00"));
        desk.booked(LOUIS, anOrder(CLUBS));
        desk.booked(LOUIS, anOrder(CLUBS), at("2026-04-02T09:00"));
        assertRefused(desk.book(NADIA, changed(anOrder(CLUBS), at("2026-04-03T09:00"))), ReasonCode.QUOTA_EXCEEDED);
        done(desk.book(MANAGER, changed(anOrder(CLUBS), at("2026-04-03T09:00"))));
    }

    @Test
    default void howeverManyAskAtOnceNobodyHasMoreOpenThanTheQuota() {
        BookingDesk desk = desk();
        List<Callable<BookingResult>> clients = IntStream.range(0, 11)
                .<Callable<BookingResult>>mapToObj(hour -> () -> desk.book(
                        CAMILLE,
                        changed(anOrder(hour % 2 == 0 ? NORTH : SOUTH), at("2026-04-01T%02d:00".formatted(8 + hour)))))
                .toList();

        List<BookingResult> results = Together.all(clients);

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(2);
        assertThat(results)
                .filteredOn(result -> !Outcomes.isDone(result))
                .allSatisfy(result -> assertRefused(result, ReasonCode.QUOTA_EXCEEDED));
        stored().assertSound();
    }

    private static Set<RoomId> usedUp(BookingDesk desk, Person person, String start, String length) {
        Directory directory = Rooms.directory(NORTH, SOUTH, SHARED, CLUB, CLUBS, TIMED);
        List<Interval> times = List.of(Interval.of(Instant.parse(start), Duration.parse(length)));
        return desk.quotaGuide
                .usedUp(new QuotaQuestion(person, directory, directory.rooms(), times, Optional.empty()))
                .keySet();
    }

    private static Map<RoomId, List<Interval>> days(BookingDesk desk, Person person, String length) {
        Directory directory = Rooms.directory(NORTH, SOUTH, SHARED, CLUB, CLUBS, TIMED);
        return desk.quotaGuide.usedUpDays(
                new QuotaQuestion(person, directory, directory.rooms(), List.of(), Optional.empty()),
                Interval.of(Instant.parse("2026-03-30T08:00:00Z"), Duration.ofDays(5)),
                Duration.parse(length));
    }

    @Test
    default void roomsAreKnownToBeUsedUpBeforeTheyAreAskedFor() {
        BookingDesk desk = desk();
        desk.booked(CAMILLE, anOrder(TIMED), lasting("PT4H"));
        assertThat(usedUp(desk, CAMILLE, "2026-04-01T12:00:00Z", "PT1H")).isEmpty();
        assertThat(usedUp(desk, CAMILLE, "2026-04-01T12:00:00Z", "PT2H")).containsExactly(TIMED.id());
        assertThat(usedUp(desk, CAMILLE, "2026-04-02T12:00:00Z", "PT2H")).isEmpty();
        assertThat(usedUp(desk, LOUIS, "2026-04-01T12:00:00Z", "PT2H")).isEmpty();

        assertThat(days(desk, CAMILLE, "PT1H")).isEmpty();
        assertThat(days(desk, CAMILLE, "PT2H"))
                .containsOnly(Map.entry(
                        TIMED.id(),
                        List.of(Interval.of(
                                Instant.parse("2026-03-31T22:00:00Z"), Instant.parse("2026-04-01T22:00:00Z")))));

        desk.booked(CAMILLE, anOrder(NORTH));
        Booking second = desk.booked(CAMILLE, anOrder(SOUTH));
        assertThat(usedUp(desk, CAMILLE, "2026-04-07T12:00:00Z", "PT1H")).containsExactly(NORTH.id(), SOUTH.id());
        done(desk.cancel(second, CAMILLE));
        assertThat(usedUp(desk, CAMILLE, "2026-04-07T12:00:00Z", "PT1H")).isEmpty();
    }

    private static boolean isEnough(BookingDesk desk, Optional<OwnBooking> own, String length, Room... rooms) {
        Directory directory = Rooms.directory(NORTH, SOUTH, SHARED, CLUB, CLUBS, TIMED);
        Interval time = Interval.of(Instant.parse("2026-04-01T12:00:00Z"), Duration.parse(length));
        return desk.quotaGuide.leaveEnough(new QuotaQuestion(CAMILLE, directory, List.of(rooms), List.of(time), own));
    }

    @Test
    default void roomsTogetherAreKnownToBeTooMuchBeforeTheyAreAskedFor() {
        BookingDesk desk = desk();
        assertThat(isEnough(desk, Optional.empty(), "PT2H30M", TIMED, TIMED)).isTrue();
        assertThat(isEnough(desk, Optional.empty(), "PT2H45M", TIMED, TIMED)).isFalse();
        assertThat(isEnough(desk, Optional.empty(), "PT9H", SHARED)).isTrue();

        Booking four = desk.booked(CAMILLE, anOrder(TIMED), lasting("PT4H"));
        assertThat(isEnough(desk, Optional.empty(), "PT2H", TIMED)).isFalse();
        assertThat(isEnough(desk, Optional.of(OwnBooking.whole(four)), "PT5H", TIMED))
                .isTrue();
        assertThat(isEnough(desk, Optional.of(OwnBooking.of(four, date -> false)), "PT2H", TIMED))
                .as("a date that stays")
                .isFalse();

        desk.booked(CAMILLE, anOrder(NORTH));
        Booking second = desk.booked(CAMILLE, anOrder(SOUTH));
        assertThat(isEnough(desk, Optional.empty(), "PT1H", NORTH)).isFalse();
        assertThat(isEnough(desk, Optional.of(OwnBooking.whole(second)), "PT1H", NORTH))
                .isTrue();
    }

    @Test
    default void whatIsHandedOverCountsForWhoeverGetsIt() {
        BookingDesk desk = desk();
        Booking hers = desk.booked(CAMILLE, anOrder(TIMED), lasting("PT4H"));
        desk.booked(LOUIS, anOrder(TIMED), at("2026-04-01T14:00"), lasting("PT2H"));
        assertRefused(desk.handing.handOver(CAMILLE, hers.id(), LOUIS), ReasonCode.QUOTA_EXCEEDED);
        assertThat(desk.stored(hers).owner().organiser()).isEqualTo(CAMILLE.id());
        done(desk.change(hers, CAMILLE, lasting("PT3H")));

        done(desk.handing.handOver(CAMILLE, hers.id(), LOUIS));

        assertRefused(
                desk.book(LOUIS, changed(anOrder(TIMED), at("2026-04-01T17:00"), lasting("PT15M"))),
                ReasonCode.QUOTA_EXCEEDED);
        done(desk.book(CAMILLE, changed(anOrder(TIMED), at("2026-04-01T17:00"), lasting("PT3H"))));
        stored().assertSound();
    }

    @Test
    default void anOpenBookingThatIsHandedOverTakesAPlaceOfWhoeverGetsIt() {
        BookingDesk desk = desk();
        Booking first = desk.booked(CAMILLE, anOrder(NORTH));
        desk.booked(CAMILLE, anOrder(NORTH), at("2026-04-02T09:00"));
        desk.booked(LOUIS, anOrder(SOUTH));

        done(desk.handing.handOver(CAMILLE, first.id(), LOUIS));

        assertRefused(desk.book(LOUIS, changed(anOrder(SOUTH), at("2026-04-03T09:00"))), ReasonCode.QUOTA_EXCEEDED);
        Booking third = done(desk.book(CAMILLE, changed(anOrder(SOUTH), at("2026-04-03T09:00"))));
        assertRefused(desk.handing.handOver(CAMILLE, third.id(), LOUIS), ReasonCode.QUOTA_EXCEEDED);
        stored().assertSound();
    }
}
