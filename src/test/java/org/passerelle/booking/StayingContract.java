package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.Outcomes.isDone;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.LAB;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.refusal.ReasonCode;

/** People who do not leave keep their rooms as long as nobody else has them. Meetings are from 07:00 to 08:00 in UTC. */
public interface StayingContract {

    BookingDesk desk();

    StoredBookings stored();

    private static Instant time(String time) {
        return Instant.parse("2026-04-01T" + time + "Z");
    }

    private void clockAt(String time) {
        desk().clock.reset();
        desk().clock.advance(Duration.between(MutableClock.TODAY, time(time)));
    }

    private BookingResult stay(Booking booking, String until) {
        return desk().staying.byItself(booking.id(), time("07:00:00"), time(until));
    }

    private BookingResult wish(Booking booking, String until) {
        return desk().staying.asWished(CAMILLE, booking.id(), time("07:00:00"), time(until));
    }

    private static Occurrence date(Booking booking) {
        return booking.occurrence(time("07:00:00")).orElseThrow();
    }

    @Test
    default void keepsTheRoomsOfAMeetingThatGoesOn() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE, ALMONT));
        clockAt("08:02:00");

        Booking longer = done(stay(made, "08:15:00"));

        assertThat(date(longer).time().end()).isEqualTo(time("08:15:00"));
        assertThat(date(longer).agreedEnd()).contains(time("08:00:00"));
        assertThat(date(desk().stored(made))).isEqualTo(date(longer));
        assertThat(longer.status().sequence()).isEqualTo(made.status().sequence() + 1);
        conflicts(desk().book(NADIA, changed(anOrder(ALMONT), at("2026-04-01T10:10"))));
        stored().assertSound();
    }

    @Test
    default void keepsNothingWhenOneOfTheRoomsIsTaken() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE, ALMONT));
        desk().booked(NADIA, anOrder(ALMONT), at("2026-04-01T10:10"));
        clockAt("08:00:00");

        assertThat(conflicts(stay(made, "08:15:00")).get(0).taken().start()).isEqualTo(time("08:10:00"));

        assertThat(date(desk().stored(made)).time().end()).isEqualTo(time("08:00:00"));
    }

    @Test
    default void letsOneOfTwoHaveTheRoomThatBothWantAtTheEnd() {
        for (int round = 0; round < 10; round++) {
            stored().clear();
            Booking made = desk().booked(CAMILLE, anOrder(SEINE));
            clockAt("08:00:00");

            List<Callable<BookingResult>> both = List.of(
                    () -> stay(made, "08:15:00"),
                    () -> desk().book(NADIA, changed(anOrder(SEINE), at("2026-04-01T10:00"))));
            List<BookingResult> results = Together.all(both);

            assertThat(results).filteredOn(Outcomes::isDone).hasSize(1);
            stored().assertSound();
            desk().clock.reset();
        }
    }

    @Test
    default void keepsTheRoomsOnceHoweverOftenItIsAsked() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        clockAt("07:56:00");

        List<Callable<BookingResult>> presses =
                List.of(() -> wish(made, "08:15:00"), () -> wish(made, "08:15:00"), () -> stay(made, "08:15:00"));
        List<BookingResult> results = Together.all(presses);

        assertThat(results).allMatch(Outcomes::isDone);
        assertThat(date(desk().stored(made)).time().end()).isEqualTo(time("08:15:00"));
        assertThat(desk().stored(made).version()).isEqualTo(made.version() + 1);
    }

    @Test
    default void agreesAnewToWhatTheOrganiserWishes() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        clockAt("08:01:00");
        done(stay(made, "08:15:00"));

        Booking longer = done(wish(made, "08:30:00"));

        assertThat(date(longer).agreedEnd()).isEmpty();
        assertThat(date(done(stay(made, "08:45:00"))).agreedEnd()).contains(time("08:30:00"));
    }

    @Test
    default void keepsOneDateOfASeries() {
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"));
        clockAt("08:00:00");

        Booking longer = done(stay(series, "08:15:00"));

        assertThat(longer.occurrences())
                .extracting(each -> each.time().length())
                .containsExactly(Duration.ofMinutes(75), Duration.ofHours(1), Duration.ofHours(1));
    }

    @Test
    default void isJudgedByTheRulesOfTheRoomButForItsNotice() {
        Booking prepared = desk().booked(CAMILLE, anOrder(LAB));
        Booking late = desk().booked(CAMILLE, anOrder(SEINE), at("2026-04-01T19:00"));
        clockAt("08:00:00");
        done(stay(prepared, "08:15:00"));
        clockAt("18:00:00");

        BookingResult closed = desk().staying.byItself(late.id(), time("17:00:00"), time("18:15:00"));

        assertRefused(closed, ReasonCode.OUTSIDE_OPENING_HOURS);
    }

    @Test
    default void neverPutsARunningMeetingBackToAskingForApproval() {
        Booking asked = desk().booked(CAMILLE, anOrder(COUNCIL));
        done(desk().approving.approve(MANAGER, asked.id(), ""));
        clockAt("07:30:00");

        BookingResult extended = desk().attendance.extend(CAMILLE, asked.id(), Optional.empty(), time("08:15:00"));

        assertRefused(extended, ReasonCode.NEEDS_APPROVAL);
        assertRefused(stay(asked, "08:15:00"), ReasonCode.NEEDS_APPROVAL);
        assertThat(desk().stored(asked).state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(isDone(desk().attendance.extend(MANAGER, asked.id(), Optional.empty(), time("08:15:00"))))
                .isTrue();
    }

    @Test
    default void keepsNothingOfWhatIsOverForGood() {
        Booking ended = desk().booked(CAMILLE, anOrder(SEINE));
        Booking cancelled = desk().booked(CAMILLE, anOrder(ALMONT));
        done(desk().cancel(cancelled, CAMILLE));
        clockAt("07:30:00");
        done(desk().attendance.end(CAMILLE, ended.id(), Optional.empty()));

        assertRefused(stay(ended, "08:15:00"), ReasonCode.NOT_ALLOWED);
        assertRefused(stay(cancelled, "08:15:00"), ReasonCode.NOT_ALLOWED);
        clockAt("08:20:00");
        Booking past = desk().booked(NADIA, anOrder(SEINE), at("2026-04-01T10:20"), inRooms(ALMONT));
        clockAt("09:40:00");
        assertRefused(desk().staying.byItself(past.id(), time("08:20:00"), time("09:35:00")), ReasonCode.IN_THE_PAST);
    }

    @Test
    default void isNothingThatAColleagueMayWish() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        clockAt("07:56:00");

        assertThatThrownBy(() -> desk().staying.asWished(LOUIS, made.id(), time("07:00:00"), time("08:15:00")))
                .isInstanceOf(NotYourBooking.class);
    }

    @Test
    default void givesBackWhatWasKeptAndNothingThatWasAgreed() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        clockAt("07:58:00");
        done(desk().staying.giveBack(made.id(), time("07:00:00")));
        assertThat(desk().stored(made).version()).isEqualTo(made.version());
        done(stay(made, "08:15:00"));

        Booking early = done(desk().staying.giveBack(made.id(), time("07:00:00")));
        clockAt("08:00:00");
        done(stay(made, "08:15:00"));
        clockAt("08:04:30");
        Booking later = done(desk().staying.giveBack(made.id(), time("07:00:00")));

        assertThat(date(early).time().end()).isEqualTo(time("08:00:00"));
        assertThat(date(later).time().end()).isEqualTo(time("08:05:00"));
        assertThat(isDone(desk().book(NADIA, changed(anOrder(SEINE), at("2026-04-01T10:05")))))
                .isTrue();
        stored().assertSound();
    }
}
