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
import static org.passerelle.booking.People.ADMINISTRATOR;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.FORUM;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.VISIO;
import static org.passerelle.booking.refusal.ReasonCode.QUOTA_EXCEEDED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.directory.BookingCaps;
import org.passerelle.directory.BookingCaps.Cap;

/** Caps on what one person and one organisation take at a time. A room's hour is twelve claims. */
interface CapsContract {

    Duration TEN_MINUTES = Duration.ofMinutes(10);
    int NONE = Cap.NO_LIMIT;
    Cap FREE = new Cap(NONE, NONE, NONE, NONE);

    /** A desk over the same store in which these caps hold. */
    BookingDesk desk(BookingCaps caps);

    StoredBookings stored();

    private BookingDesk deskForPeople(Cap person) {
        return desk(new BookingCaps(person, FREE, FREE, Map.of()));
    }

    private BookingDesk deskForOrganisations(Cap organisation) {
        return desk(new BookingCaps(FREE, FREE, organisation, Map.of()));
    }

    /** At times of their own, on working days and a buffer apart, so that nothing but a cap is in the way. */
    private static List<BookingOrder> orders(int count) {
        List<String> hours = List.of("08:00", "11:00", "14:00", "17:00");
        return IntStream.range(0, count)
                .mapToObj(i -> changed(anOrder(SEINE), at("2026-04-1" + (3 + i / 4) + "T" + hours.get(i % 4))))
                .toList();
    }

    private static List<BookingResult> atOnce(List<Callable<BookingResult>> tasks) {
        return Together.all(tasks);
    }

    private static String limit(BookingResult result) {
        assertRefused(result, QUOTA_EXCEEDED);
        return ((BookingResult.Refused) result).reasons().get(0).details().get(0);
    }

    @Test
    default void givesFiveHoldsToSixteenClientsOfOnePerson() {
        BookingDesk desk = deskForPeople(new Cap(5, NONE, NONE, NONE));
        List<Callable<BookingResult>> clients = orders(16).stream()
                .<Callable<BookingResult>>map(order -> () -> desk.hold(CAMILLE, order, TEN_MINUTES))
                .toList();

        List<BookingResult> results = atOnce(clients);

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(5);
        assertThat(results)
                .filteredOn(result -> !Outcomes.isDone(result))
                .extracting(CapsContract::limit)
                .containsOnly("holds.person");
        stored().assertSound();
    }

    @Test
    default void givesHoldsToThePeopleOfAnOrganisationAsFarAsItsOwnCapGoes() {
        BookingDesk desk = deskForOrganisations(new Cap(3, NONE, NONE, NONE));
        List<BookingOrder> orders = orders(16);
        List<Callable<BookingResult>> clients = IntStream.range(0, 16)
                .<Callable<BookingResult>>mapToObj(
                        i -> () -> desk.hold(i % 2 == 0 ? CAMILLE : LOUIS, orders.get(i), TEN_MINUTES))
                .toList();

        List<BookingResult> results = atOnce(clients);

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(3);
        assertThat(limit(desk.hold(LOUIS, changed(anOrder(FORUM)), TEN_MINUTES)))
                .isEqualTo("holds.organisation");
        done(desk.hold(NADIA, anOrder(FORUM), TEN_MINUTES));
    }

    @Test
    default void givesThePlaceOfAHoldThatIsConfirmedCancelledOrLapsedToTheNext() {
        BookingDesk desk = deskForPeople(new Cap(1, NONE, NONE, NONE));
        List<BookingOrder> orders = orders(8);
        Booking confirmed = done(desk.hold(CAMILLE, orders.get(0), TEN_MINUTES));
        limit(desk.hold(CAMILLE, orders.get(1), TEN_MINUTES));
        done(desk.holding.confirm(CAMILLE, confirmed.id(), Optional.empty()));

        Booking cancelled = done(desk.hold(CAMILLE, orders.get(1), TEN_MINUTES));
        limit(desk.hold(CAMILLE, orders.get(2), TEN_MINUTES));
        done(desk.cancel(cancelled, CAMILLE));

        done(desk.hold(CAMILLE, orders.get(2), TEN_MINUTES));
        limit(desk.hold(CAMILLE, orders.get(3), TEN_MINUTES));
        desk.clock.advance(TEN_MINUTES);

        done(desk.hold(CAMILLE, orders.get(3), TEN_MINUTES));
    }

    @Test
    default void saysHowManyHoldsThereMayBeAndWhenTheNextLapses() {
        BookingDesk desk = deskForPeople(new Cap(1, NONE, NONE, NONE));
        done(desk.hold(CAMILLE, orders(2).get(0), TEN_MINUTES));
        desk.clock.advance(Duration.ofSeconds(61));

        BookingResult result = desk.hold(CAMILLE, orders(2).get(1), TEN_MINUTES);

        assertThat(((BookingResult.Refused) result).reasons().get(0).details())
                .containsExactly("holds.person", "1", "PT9M");
    }

    @Test
    default void keepsAHoldThatIsMovedInItsPlace() {
        BookingDesk desk = deskForPeople(new Cap(1, NONE, NONE, NONE));
        Booking held = done(desk.hold(CAMILLE, anOrder(SEINE), TEN_MINUTES));

        done(desk.change(held, CAMILLE, at("2026-04-01T11:00")));

        limit(desk.hold(CAMILLE, anOrder(FORUM), TEN_MINUTES));
        stored().assertSound();
    }

    @Test
    default void givesAPlaceOfItsOwnToThePartThatIsSplitOffAHold() {
        BookingDesk desk = deskForPeople(new Cap(1, NONE, NONE, NONE));
        Booking held = done(desk.hold(CAMILLE, changed(anOrder(SEINE), every("FREQ=DAILY;COUNT=3")), TEN_MINUTES));

        BookingResult split = desk.changeFollowing(held, CAMILLE, "2026-04-02T07:00:00Z", at("2026-04-02T11:00"));

        assertThat(limit(split)).isEqualTo("holds.person");
    }

    @Test
    default void givesFiveBookingsToSixteenClientsOfOnePerson() {
        BookingDesk desk = deskForPeople(new Cap(NONE, 5, NONE, NONE));
        List<Callable<BookingResult>> clients = orders(16).stream()
                .<Callable<BookingResult>>map(order -> () -> desk.book(CAMILLE, order))
                .toList();

        List<BookingResult> results = atOnce(clients);

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(5);
        assertThat(results)
                .filteredOn(result -> !Outcomes.isDone(result))
                .extracting(CapsContract::limit)
                .containsOnly("open-bookings.person");
    }

    @Test
    default void countsNoBookingThatIsCancelledOrWasNotMade() {
        BookingDesk desk = deskForPeople(new Cap(NONE, 1, NONE, NONE));
        done(desk.book(NADIA, anOrder(SEINE)));
        Outcomes.conflicts(desk.book(CAMILLE, anOrder(SEINE)));
        Booking first = done(desk.book(CAMILLE, anOrder(ALMONT)));
        limit(desk.book(CAMILLE, anOrder(VISIO)));

        done(desk.cancel(first, CAMILLE));

        done(desk.book(CAMILLE, anOrder(VISIO)));
    }

    @Test
    default void countsNoBookingFromTheDayAfterItIsOver() {
        BookingDesk desk = deskForPeople(new Cap(NONE, 1, NONE, NONE));
        done(desk.book(CAMILLE, anOrder(SEINE)));
        BookingResult before = desk.book(CAMILLE, changed(anOrder(SEINE), at("2026-04-08T09:00")));
        assertThat(((BookingResult.Refused) before).reasons().get(0).details())
                .containsExactly("open-bookings.person", "1", "2026-04-02");

        desk.clock.advance(Duration.between(desk.clock.instant(), Instant.parse("2026-04-02T00:00:00Z")));

        done(desk.book(CAMILLE, changed(anOrder(SEINE), at("2026-04-08T09:00"))));
    }

    @Test
    default void countsASeriesAsOneBookingAndEachOfItsHours() {
        BookingDesk desk = deskForPeople(new Cap(NONE, 1, 36, NONE));

        assertThat(limit(desk.book(CAMILLE, changed(anOrder(SEINE), every("FREQ=WEEKLY;COUNT=4")))))
                .isEqualTo("claims-ahead.person");
        done(desk.book(CAMILLE, changed(anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"))));
    }

    @Test
    default void refusesEditsThatAddRoomsOrHoursBeyondTheCap() {
        BookingDesk desk = deskForPeople(new Cap(NONE, NONE, 36, NONE));
        Booking series = done(desk.book(CAMILLE, changed(anOrder(SEINE), every("FREQ=DAILY;COUNT=3"))));
        UnaryOperator<BookingOrder> twoRooms = inRooms(SEINE, VISIO);

        assertThat(limit(desk.change(series, CAMILLE, twoRooms))).isEqualTo("claims-ahead.person");
        assertThat(limit(desk.change(series, CAMILLE, lasting("PT2H")))).isEqualTo("claims-ahead.person");
        assertThat(limit(desk.changeFollowing(series, CAMILLE, "2026-04-02T07:00:00Z", twoRooms)))
                .isEqualTo("claims-ahead.person");
        // Moving adds nothing, and a manager's hand on it counts for its organiser.
        done(desk.change(series, CAMILLE, at("2026-04-01T11:00")));
        assertThat(limit(desk.change(series, ADMINISTRATOR, twoRooms))).isEqualTo("claims-ahead.person");
    }

    @Test
    default void countsWhatIsLeftOfAShortenedBooking() {
        BookingDesk desk = deskForPeople(new Cap(NONE, NONE, 24, NONE));
        Booking booked = done(desk.book(CAMILLE, changed(anOrder(SEINE), lasting("PT2H"))));
        limit(desk.book(CAMILLE, anOrder(VISIO)));

        done(desk.change(booked, CAMILLE, lasting("PT1H")));

        done(desk.book(CAMILLE, anOrder(VISIO)));
    }

    @Test
    default void findsAgainAtAStartWhatIsOpen() {
        Cap cap = new Cap(NONE, 2, NONE, NONE);
        BookingDesk before = deskForPeople(cap);
        done(before.book(CAMILLE, orders(4).get(0)));
        Booking called = done(before.book(CAMILLE, orders(4).get(1)));
        done(before.cancel(called, CAMILLE));

        BookingDesk after = deskForPeople(cap);

        done(after.book(CAMILLE, orders(4).get(2)));
        limit(after.book(CAMILLE, orders(4).get(3)));
    }

    @Test
    default void allowsManagersAndNamedOrganisationsWhatTheirOwnCapsSay() {
        BookingCaps caps = new BookingCaps(
                FREE,
                new Cap(NONE, 2, NONE, NONE),
                new Cap(NONE, 1, NONE, NONE),
                Map.of("grand-groupe", new Cap(NONE, 3, NONE, NONE)));
        BookingDesk desk = desk(caps);

        assertThat(Stream.of(ADMINISTRATOR, CAMILLE, NADIA).map(person -> made(desk, person)))
                .containsExactly(2L, 1L, 3L);
    }

    private static long made(BookingDesk desk, Person person) {
        return IntStream.range(0, 5)
                .mapToObj(i -> desk.book(
                        person,
                        changed(
                                anOrder(person == CAMILLE ? SEINE : person == NADIA ? VISIO : ALMONT),
                                at("2026-04-01T"
                                        + List.of("08", "10", "12", "14", "16").get(i) + ":00"))))
                .filter(Outcomes::isDone)
                .count();
    }

    @Test
    default void makesSoManyBookingsAnHourAndTheNextWhenATokenIsThere() {
        BookingDesk desk = deskForPeople(new Cap(NONE, NONE, NONE, 4));
        List<Callable<BookingResult>> clients = orders(16).stream()
                .<Callable<BookingResult>>map(order -> () -> desk.book(CAMILLE, order))
                .toList();

        List<BookingResult> results = atOnce(clients);

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(4);
        BookingResult next = desk.book(CAMILLE, anOrder(FORUM));
        assertThat(((BookingResult.Refused) next).reasons().get(0).details())
                .containsExactly("bookings-an-hour.person", "4", "PT15M");
        desk.clock.advance(Duration.ofMinutes(15));
        done(desk.book(CAMILLE, anOrder(FORUM)));
    }

    @Test
    default void takesNoTokenForWhatIsNotBooked() {
        BookingDesk desk = deskForPeople(new Cap(NONE, NONE, NONE, 1));
        done(desk.book(NADIA, anOrder(SEINE)));

        Outcomes.conflicts(desk.book(CAMILLE, anOrder(SEINE)));

        done(desk.book(CAMILLE, anOrder(ALMONT)));
    }
}
