package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Orders.until;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.PARIS;
import static org.passerelle.booking.Rooms.STUDIO;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.time.EventDuration;

/** What was said of the clock on the wall stays so when clocks change: on 28 March and 31 October 2027 in Paris. */
public interface ClockChangeContract {

    BookingDesk desk();

    StoredBookings stored();

    private static List<String> times(Booking booking) {
        return booking.occupying()
                .map(date -> wall(date.time().start()) + "/" + wall(date.time().end()))
                .toList();
    }

    private static String wall(Instant moment) {
        return LocalDateTime.ofInstant(moment, PARIS).toString().substring(5);
    }

    private Booking nights() {
        return desk().booked(
                        CAMILLE,
                        anOrder(STUDIO),
                        at("2027-10-23T22:00"),
                        until("2027-10-24T06:00"),
                        every("FREQ=WEEKLY;COUNT=3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-27T00:00", "2027-10-30T00:00"})
    default void booksWholeDaysThroughAChange(String first) {
        Booking days = desk().booked(CAMILLE, anOrder(STUDIO), at(first), lasting("P1D"), every("FREQ=DAILY;COUNT=3"));

        assertThat(times(days))
                .allMatch(time -> time.matches(".*T00:00/.*T00:00"))
                .hasSize(3);
        assertThat(desk().stored(days)).isEqualTo(days);
        stored().assertSound();
    }

    @Test
    default void refusesTwentyFourHoursADayThatRunIntoThemselves() {
        conflicts(desk().book(
                        CAMILLE,
                        Orders.changed(
                                anOrder(STUDIO),
                                at("2027-03-27T00:00"),
                                lasting("PT24H"),
                                every("FREQ=DAILY;COUNT=3"))));
    }

    @Test
    default void keepsTheLastHourOfANightForWhoeverHasTheNight() {
        Booking nights = nights();

        assertThat(times(nights))
                .containsExactly("10-23T22:00/10-24T06:00", "10-30T22:00/10-31T06:00", "11-06T22:00/11-07T06:00");
        conflicts(desk().book(NADIA, Orders.changed(anOrder(STUDIO), at("2027-10-31T05:00"), lasting("PT1H"))));
        desk().booked(NADIA, anOrder(STUDIO), at("2027-10-31T06:00"), lasting("PT1H"));
    }

    @Test
    default void endsWhenItWasSaidToAfterTheWholeSeriesOrOneDateMoves() {
        Booking moved = done(desk().change(nights(), CAMILLE, at("2027-10-23T21:00")));

        Booking one = done(desk().moveDate(moved, CAMILLE, "2027-10-30T19:00:00Z", "2027-10-29T19:00:00Z"));

        assertThat(times(moved)).contains("10-30T21:00/10-31T05:00");
        assertThat(times(one)).contains("10-29T21:00/10-30T05:00");
    }

    @Test
    default void givesOneDateALengthOfItsOwnOnTheWall() {
        Booking nights = nights();
        OccurrenceEdit edit =
                new OccurrenceEdit(Optional.empty(), Optional.of(EventDuration.parse("P1D")), Optional.empty());

        Booking longer = done(desk().changingOne
                .change(CAMILLE, nights.id(), Instant.parse("2027-10-30T20:00:00Z"), Optional.empty(), edit));

        assertThat(times(longer)).contains("10-30T22:00/10-31T22:00");
    }
}
