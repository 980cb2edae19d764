package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.FORUM;
import static org.passerelle.booking.Rooms.LAB;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;

/** What happens to a booking on its way: checked in to, ended early, extended. */
public interface CourseContract {

    BookingDesk desk();

    StoredBookings stored();

    /** To 09:20 in Paris on the day of {@link Orders#START}. */
    private void twentyMinutesIntoTheMeeting() {
        desk().clock.advance(Duration.between(MutableClock.TODAY, Instant.parse("2026-04-01T07:20:00Z")));
    }

    @Test
    default void checksInFromHalfAnHourBefore() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        assertRefused(desk().attendance.checkIn(CAMILLE, made.id(), Optional.empty()), ReasonCode.TOO_SOON);
        twentyMinutesIntoTheMeeting();

        Booking present = done(desk().attendance.checkIn(CAMILLE, made.id(), Optional.empty()));

        assertThat(present.occurrences()).extracting(Occurrence::state).containsExactly(OccurrenceState.CHECKED_IN);
        stored().assertSound();
    }

    @Test
    default void freesTheRestWhenItEndsEarly() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        twentyMinutesIntoTheMeeting();

        Booking ended = done(desk().attendance.end(CAMILLE, made.id(), Optional.empty()));

        assertThat(ended.occurrences().get(0).time().end()).isEqualTo("2026-04-01T07:21:00Z");
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-01T09:25"));
        stored().assertSound();
    }

    @Test
    default void keepsTheBufferBehindAnEarlyEnd() {
        Booking made = desk().booked(CAMILLE, anOrder(FORUM));
        twentyMinutesIntoTheMeeting();
        done(desk().attendance.end(CAMILLE, made.id(), Optional.empty()));

        conflicts(desk().book(NADIA, changed(anOrder(FORUM), at("2026-04-01T09:45"))));

        desk().booked(NADIA, anOrder(FORUM), at("2026-04-01T09:55"));
    }

    @Test
    default void extendsUntilTheNeighbourBegins() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-01T11:00"));
        twentyMinutesIntoTheMeeting();

        conflicts(
                desk().attendance.extend(CAMILLE, made.id(), Optional.empty(), Instant.parse("2026-04-01T09:01:00Z")));
        Booking longer = done(
                desk().attendance.extend(CAMILLE, made.id(), Optional.empty(), Instant.parse("2026-04-01T09:00:00Z")));

        assertThat(longer.occurrences().get(0).time().length()).isEqualTo(Duration.ofHours(2));
        assertThat(longer.occurrences().get(0).state()).isEqualTo(OccurrenceState.PLANNED);
    }

    @Test
    default void extendsWithoutNoticeWhereNoticeIsAskedFor() {
        Booking made = desk().booked(CAMILLE, anOrder(LAB));
        twentyMinutesIntoTheMeeting();

        done(desk().attendance.extend(CAMILLE, made.id(), Optional.empty(), Instant.parse("2026-04-01T08:30:00Z")));
    }

    @Test
    default void keepsToTheOpeningHoursWhenItExtends() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE), at("2026-04-01T18:00"));

        BookingResult late =
                desk().attendance.extend(CAMILLE, made.id(), Optional.empty(), Instant.parse("2026-04-01T18:00:01Z"));

        assertRefused(late, ReasonCode.OUTSIDE_OPENING_HOURS);
        done(desk().attendance.extend(CAMILLE, made.id(), Optional.empty(), Instant.parse("2026-04-01T18:00:00Z")));
    }

    @Test
    default void asksForTheDateOfASeriesOfWhichNoneMayBeCheckedInNow() {
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=2"));

        assertThatThrownBy(() -> desk().attendance.checkIn(CAMILLE, series.id(), Optional.empty()))
                .isInstanceOf(Attendance.DateNotNamed.class);
        assertThatThrownBy(() -> desk().attendance.end(CAMILLE, series.id(), Optional.empty()))
                .isInstanceOf(Attendance.DateNotNamed.class);
    }

    @Test
    default void takesTheDateOfASeriesThatIsOnOrAboutToBegin() {
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=DAILY;COUNT=3"));
        desk().clock.advance(Duration.between(MutableClock.TODAY, Instant.parse("2026-04-02T06:30:00Z")));

        Booking present = done(desk().attendance.checkIn(CAMILLE, series.id(), Optional.empty()));
        Booking again = done(desk().attendance.checkIn(CAMILLE, series.id(), Optional.empty()));
        desk().clock.advance(Duration.ofMinutes(50));
        Booking ended = done(desk().attendance.end(CAMILLE, series.id(), Optional.empty()));

        assertThat(present.occurrences())
                .extracting(Occurrence::state)
                .containsExactly(OccurrenceState.PLANNED, OccurrenceState.CHECKED_IN, OccurrenceState.PLANNED);
        assertThat(again.version()).isEqualTo(present.version());
        assertThat(ended.occurrences())
                .extracting(Occurrence::state)
                .containsExactly(OccurrenceState.PLANNED, OccurrenceState.ENDED, OccurrenceState.PLANNED);
    }

    @Test
    default void saysFromWhenADateMayBeCheckedIn() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));

        BookingResult early = desk().attendance.checkIn(CAMILLE, made.id(), Optional.empty());

        assertThat(((BookingResult.Refused) early).reasons())
                .containsExactly(Reason.of(ReasonCode.TOO_SOON, SEINE.id(), "check-in", "2026-04-01T06:30:00Z")
                        .on(Instant.parse("2026-04-01T07:00:00Z")));
    }

    @Test
    default void doesNothingOnADateThatIsOver() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        desk().clock.advance(Duration.ofDays(8));

        assertRefused(desk().attendance.end(CAMILLE, made.id(), Optional.empty()), ReasonCode.IN_THE_PAST);
        assertRefused(desk().attendance.checkIn(CAMILLE, made.id(), Optional.empty()), ReasonCode.IN_THE_PAST);
    }
}
