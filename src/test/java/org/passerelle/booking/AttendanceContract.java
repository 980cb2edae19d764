package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.FORUM;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.time.Interval;

/** Who comes, and what becomes of the room when nobody does. Meetings are from 07:00 to 08:00 in UTC on 1 April 2026. */
public interface AttendanceContract {

    BookingDesk desk();

    StoredBookings stored();

    private static Instant time(String time) {
        return Instant.parse("2026-04-01T" + time + "Z");
    }

    private void clockAt(String time) {
        desk().clock.reset();
        desk().clock.advance(Duration.between(MutableClock.TODAY, time(time)));
    }

    private static Occurrence first(Booking booking) {
        return booking.occurrences().get(0);
    }

    private BookingResult release(Booking seen) {
        return desk().attendance
                .release(seen.id(), first(seen).recurrenceId(), first(seen).time());
    }

    private BookingResult come(Booking booking) {
        return desk().attendance.checkInUnnamed(booking.id(), first(booking).recurrenceId());
    }

    @Test
    default void givesTheRoomBackAtOnceToWhichNobodyCame() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        clockAt("07:15:00");

        Booking released = done(release(made));

        assertThat(first(released).state()).isEqualTo(OccurrenceState.RELEASED);
        assertThat(released.status().sequence()).isEqualTo(made.status().sequence() + 1);
        assertThat(desk().events).contains(new BookingChanged(made.id(), BookingChanged.BookingChange.CHANGED));
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-01T09:15"));
        stored().assertSound();
    }

    @Test
    default void givesBackOneDateOfASeriesAndNoOther() {
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=DAILY;COUNT=3"));
        clockAt("07:15:00");

        Booking released = done(release(series));

        assertThat(released.occurrences())
                .extracting(Occurrence::state)
                .containsExactly(OccurrenceState.RELEASED, OccurrenceState.PLANNED, OccurrenceState.PLANNED);
        conflicts(desk().book(NADIA, changed(anOrder(SEINE), at("2026-04-02T09:00"))));
    }

    @Test
    default void doesNothingToARoomSomebodyHasComeTo() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        clockAt("07:14:00");
        Booking present = done(come(made));
        clockAt("07:15:00");

        assertThat(done(release(made)).version()).isEqualTo(present.version());
        assertThat(first(desk().stored(made)).state()).isEqualTo(OccurrenceState.CHECKED_IN);
    }

    @Test
    default void doesNothingToADateThatHasMovedOrIsOver() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        Booking moved = done(desk().moveDate(made, CAMILLE, "2026-04-01T07:00:00Z", "2026-04-01T12:00:00Z"));
        clockAt("07:15:00");
        done(release(made));
        assertThat(first(desk().stored(made)).state()).isEqualTo(OccurrenceState.PLANNED);

        clockAt("13:00:00");
        done(release(moved));
        assertThat(first(desk().stored(made)).state()).isEqualTo(OccurrenceState.PLANNED);
    }

    @Test
    default void tellsWhoeverComesTooLateThatTheRoomIsGivenBack() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        clockAt("07:15:00");
        done(release(made));

        for (BookingResult late : List.of(
                desk().attendance.checkIn(CAMILLE, made.id(), Optional.empty()),
                come(made),
                desk().attendance.end(CAMILLE, made.id(), Optional.empty()),
                desk().attendance.extend(CAMILLE, made.id(), Optional.empty(), time("08:15:00")))) {
            assertRefused(late, ReasonCode.NOT_ALLOWED);
            assertThat(((BookingResult.Refused) late).reasons().get(0).details())
                    .containsExactly("released");
        }
    }

    @Test
    default void ofCheckInAndReleaseOneWinsAndTheOtherIsToldSo() {
        for (int day = 1; day <= 20; day++) {
            String start = "2026-06-%02dT10:00".formatted(day);
            Booking made = desk().booked(CAMILLE, anOrder(Rooms.STUDIO), at(start), called("Race " + day));
            desk().clock.reset();
            desk().clock
                    .advance(Duration.between(
                            MutableClock.TODAY, first(made).time().start().plus(Duration.ofMinutes(15))));

            List<BookingResult> ends = Together.all(List.of(() -> come(made), () -> release(made)));

            OccurrenceState state = first(desk().stored(made)).state();
            assertThat(state).isIn(OccurrenceState.CHECKED_IN, OccurrenceState.RELEASED);
            assertThat(Outcomes.isDone(ends.get(0))).isEqualTo(state == OccurrenceState.CHECKED_IN);
            assertThat(first(done(ends.get(1))).state()).isEqualTo(state);
        }
        stored().assertSound();
    }

    @Test
    default void letsNobodyComeToWhatIsNotConfirmed() {
        Booking asked = desk().booked(CAMILLE, anOrder(COUNCIL));
        clockAt("07:00:00");

        assertRefused(come(asked), ReasonCode.NOT_ALLOWED);
    }

    @Test
    default void letsNobodyComeBeforeItIsTime() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        clockAt("06:29:59");

        assertRefused(come(made), ReasonCode.TOO_SOON);
        clockAt("06:30:00");
        done(come(made));
    }

    @Test
    default void freesTheRestWhenTheRoomSaysThatItIsOver() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        clockAt("07:20:00");

        Booking ended = done(desk().attendance.endUnnamed(made.id(), first(made).recurrenceId()));

        assertThat(first(ended).state()).isEqualTo(OccurrenceState.ENDED);
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-01T09:25"));
    }

    private Instant latestEnd(Booking booking) {
        return desk().staying.latestEnd(CAMILLE, booking, first(booking), Duration.ofHours(2));
    }

    @Test
    default void tellsUntilWhenPeopleCanStay() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        clockAt("07:30:00");
        assertThat(latestEnd(made)).isEqualTo(time("10:00:00"));

        desk().booked(NADIA, anOrder(SEINE), at("2026-04-01T10:40"));
        assertThat(latestEnd(made)).isEqualTo(time("08:40:00"));
        conflicts(desk().attendance.extend(CAMILLE, made.id(), Optional.empty(), time("08:45:00")));
        Booking longer = done(desk().attendance.extend(CAMILLE, made.id(), Optional.empty(), latestEnd(made)));

        assertThat(latestEnd(longer)).isEqualTo(time("08:40:00"));
        stored().assertSound();
    }

    @Test
    default void keepsWhatIsKeptFreeAroundBoth() {
        Booking made = desk().booked(CAMILLE, anOrder(FORUM));
        desk().booked(NADIA, anOrder(FORUM), at("2026-04-01T11:00"));
        clockAt("07:30:00");

        assertThat(latestEnd(made)).isEqualTo(time("08:30:00"));
        done(desk().attendance.extend(CAMILLE, made.id(), Optional.empty(), latestEnd(made)));
    }

    @Test
    default void tellsThatARoomClosesOrIsNotHadWithoutAsking() {
        Booking evening = desk().booked(CAMILLE, anOrder(SEINE), at("2026-04-01T18:30"));
        Booking council = desk().booked(CAMILLE, anOrder(COUNCIL));
        done(desk().approving.approve(People.MANAGER, council.id(), ""));
        clockAt("07:30:00");

        assertThat(latestEnd(evening)).isEqualTo(time("18:00:00"));
        assertThat(latestEnd(desk().stored(council))).isEqualTo(time("08:00:00"));
    }

    @Test
    default void ofWhoStaysAndWhoComesNextOneHasTheRoom() {
        for (int day = 1; day <= 10; day++) {
            String date = "2026-07-%02dT".formatted(day);
            Booking made = desk().booked(CAMILLE, anOrder(Rooms.STUDIO), at(date + "09:00"), called("Stay " + day));
            Interval time = first(made).time();
            desk().clock.reset();
            desk().clock
                    .advance(Duration.between(MutableClock.TODAY, time.start().plus(Duration.ofMinutes(40))));

            List<BookingResult> ends = Together.all(List.of(
                    () -> desk().staying
                            .unnamed(made.id(), time.start(), time.end().plus(Duration.ofMinutes(30))),
                    () -> desk().book(NADIA, changed(anOrder(Rooms.STUDIO), at(date + "10:00")))));

            assertThat(ends).filteredOn(Outcomes::isDone).hasSize(1);
            assertThat(ends)
                    .filteredOn(BookingResult.Occupied.class::isInstance)
                    .hasSize(1);
        }
        stored().assertSound();
    }
}
