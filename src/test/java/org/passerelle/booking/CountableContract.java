package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.forPeople;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Orders.without;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.People.ROSE;
import static org.passerelle.booking.Rooms.DESKS;
import static org.passerelle.booking.Rooms.PROJECTORS;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.VISIO;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;

/** What can be counted: units of equipment, and the hours of a week that an organisation may hold. */
public interface CountableContract {

    BookingDesk desk();

    StoredBookings stored();

    @Test
    default void givesFiveProjectorsToFiveOfSixTakers() {
        Callable<BookingResult> taker = () -> desk().book(CAMILLE, anOrder(PROJECTORS));

        List<BookingResult> results = Together.all(Collections.nCopies(6, taker));

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(5);
        assertThat(results)
                .filteredOn(result -> result instanceof BookingResult.Occupied)
                .singleElement()
                .satisfies(result ->
                        assertThat(conflicts(result)).extracting(Conflict::room).containsOnly(PROJECTORS.id()));
        stored().assertSound();
    }

    @Test
    default void takesTwoUnitsOfEquipmentNamedTwice() {
        Booking two = desk().booked(CAMILLE, anOrder(PROJECTORS, PROJECTORS));

        List<Place> places = two.occurrences().get(0).places();

        assertThat(places).extracting(Place::room).containsExactly(PROJECTORS.id(), PROJECTORS.id());
        assertThat(places.get(0).numbers())
                .doesNotContainAnyElementsOf(places.get(1).numbers());
        desk().booked(NADIA, anOrder(PROJECTORS, PROJECTORS));
        conflicts(desk().book(NADIA, anOrder(PROJECTORS, PROJECTORS)));
        desk().booked(NADIA, anOrder(PROJECTORS));
    }

    @Test
    default void isBusyOnlyWhenEveryUnitIsTaken() {
        desk().booked(CAMILLE, anOrder(PROJECTORS, PROJECTORS, PROJECTORS, PROJECTORS));
        var before = desk().busy(PROJECTORS, "2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z");
        desk().booked(NADIA, anOrder(PROJECTORS), at("2026-04-01T09:30"));

        var after = desk().busy(PROJECTORS, "2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z");

        assertThat(before).isEmpty();
        assertThat(after)
                .singleElement()
                .satisfies(time -> assertThat(time.interval().toString())
                        .contains("2026-04-01T07:30:00Z", "2026-04-01T08:00:00Z"));
    }

    @Test
    default void findsAUnitForEachDateOfASeriesAndOfItsMove() {
        for (int unit = 0; unit < 4; unit++) {
            desk().booked(NADIA, anOrder(PROJECTORS), at("2026-04-08T09:00"));
            desk().booked(NADIA, anOrder(PROJECTORS), at("2026-04-15T11:00"));
        }
        Booking series = desk().booked(CAMILLE, anOrder(PROJECTORS), every("FREQ=WEEKLY;COUNT=3"));

        Booking moved = done(desk().change(series, CAMILLE, at("2026-04-01T10:30")));

        assertThat(moved.occurrences()).hasSize(3);
        stored().assertSound();
    }

    @Test
    default void givesTwentyDesksToTwentyOfThirtyTakersAtOnce() {
        List<Callable<BookingResult>> takers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Person taker = i % 2 == 0 ? CAMILLE : NADIA;
            takers.add(() -> desk().book(taker, anOrder(DESKS)));
        }

        List<BookingResult> results = Together.all(takers);

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(20);
        results.stream()
                .filter(result -> !Outcomes.isDone(result))
                .forEach(result ->
                        assertThat(conflicts(result)).extracting(Conflict::room).containsOnly(DESKS.id()));
        stored().assertSound();
    }

    @Test
    default void givesSeveralDesksAtOnceOrNone() {
        Room[] seven = Collections.nCopies(7, DESKS).toArray(Room[]::new);

        List<BookingResult> results = Together.all(
                Collections.nCopies(6, (Callable<BookingResult>) () -> desk().book(CAMILLE, anOrder(seven))));

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(2);
        stored().assertSound();
        Room[] six = Collections.nCopies(6, DESKS).toArray(Room[]::new);
        assertThat(new HashSet<>(desk().booked(NADIA, anOrder(six)).occurrences().get(0).places().stream()
                        .flatMap(place -> place.numbers().stream())
                        .toList()))
                .hasSize(6);
        conflicts(desk().book(NADIA, anOrder(DESKS)));
    }

    /** More than is looked at desk by desk. */
    @Test
    default void findsADeskOnEachOfNinetyNineDays() {
        Room[] nineteen = Collections.nCopies(19, DESKS).toArray(Room[]::new);
        Booking almostAll = desk().booked(NADIA, anOrder(nineteen), at("2026-06-10T09:30"));
        BookingOrder daily =
                changed(anOrder(DESKS), every("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=100"), without("2026-05-08"));

        Booking series = desk().booked(CAMILLE, daily);
        BookingResult another = desk().book(CAMILLE, daily);

        Set<Integer> taken = almostAll.occurrences().get(0).places().stream()
                .flatMap(place -> place.numbers().stream())
                .collect(Collectors.toSet());
        assertThat(series.occurrences()).hasSize(99);
        assertThat(series.occurrences())
                .filteredOn(date ->
                        date.time().overlaps(almostAll.occurrences().get(0).time()))
                .singleElement()
                .satisfies(date -> assertThat(date.places().get(0).numbers()).doesNotContainAnyElementsOf(taken));
        assertThat(conflicts(another))
                .extracting(conflict -> conflict.recurrenceId().toString())
                .containsOnly("2026-06-10T07:00:00Z");
        stored().assertSound();
    }

    @Test
    default void seatsOnePersonAtADeskAndNobodyOnAProjector() {
        BookingResult three = desk().book(CAMILLE, changed(anOrder(DESKS, DESKS), forPeople(3)));
        BookingResult two = desk().book(CAMILLE, changed(anOrder(DESKS, DESKS), forPeople(2)));
        BookingResult standing = desk().book(CAMILLE, changed(anOrder(PROJECTORS), forPeople(3)));

        assertRefused(three, ReasonCode.OVER_CAPACITY);
        done(two);
        done(standing);
    }

    @Test
    default void takesMoreOrFewerDesksLater() {
        Booking one = desk().booked(CAMILLE, anOrder(DESKS));

        Booking three = done(desk().change(one, CAMILLE, inRooms(DESKS, DESKS, DESKS)));
        Booking two = done(desk().change(three, CAMILLE, inRooms(DESKS, DESKS)));

        assertThat(stored().claims(two.id())).hasSize(2 * 12);
        stored().assertSound();
    }

    @Test
    default void refusesWhatGoesBeyondTheWeeklyHours() {
        desk().booked(ROSE, anOrder(SEINE, VISIO), lasting("PT5H"));

        BookingResult more = desk().book(ROSE, changed(anOrder(SEINE), at("2026-04-03T09:00"), lasting("PT15M")));
        BookingResult nextWeek = desk().book(ROSE, changed(anOrder(SEINE), at("2026-04-06T09:00"), lasting("PT10H")));

        assertRefused(more, ReasonCode.QUOTA_EXCEEDED);
        done(nextWeek);
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-03T09:00"));
    }

    @Test
    default void movesWithinAFullWeek() {
        Booking made = desk().booked(ROSE, anOrder(SEINE), lasting("PT10H"));

        Booking moved = done(desk().change(made, ROSE, at("2026-04-02T09:00")));

        assertThat(stored().claims(moved.id())).hasSize(120 + 40);
        stored().assertSound();
    }

    @Test
    default void givesTheHoursBackWhenCancelled() {
        Booking made = desk().booked(ROSE, anOrder(SEINE), lasting("PT10H"));

        done(desk().cancel(made, ROSE));

        desk().booked(ROSE, anOrder(SEINE), lasting("PT10H"));
    }

    @Test
    default void countsTheHoursOfTheOrganiserWhoeverMovesTheBooking() {
        Booking made = desk().booked(ROSE, anOrder(SEINE), lasting("PT10H"));

        done(desk().change(made, MANAGER, at("2026-04-02T09:00")));

        assertRefused(desk().book(ROSE, changed(anOrder(VISIO), lasting("PT15M"))), ReasonCode.QUOTA_EXCEEDED);
    }

    @Test
    default void neverGivesMoreHoursThanTheWeekHasToManyTakersAtOnce() {
        List<Callable<BookingResult>> takers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String start = "2026-04-%02dT%02d:00".formatted(1 + i % 3, 9 + i / 3);
            takers.add(() -> desk().book(ROSE, changed(anOrder(SEINE), at(start), lasting("PT45M"))));
        }

        List<BookingResult> results = Together.all(takers);

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(13);
        results.stream()
                .filter(result -> !Outcomes.isDone(result))
                .forEach(result -> assertRefused(result, ReasonCode.QUOTA_EXCEEDED));
        stored().assertSound();
    }
}
