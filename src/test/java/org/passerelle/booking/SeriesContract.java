package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.forPeople;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Orders.skipping;
import static org.passerelle.booking.Orders.without;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.VISIO;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.ReasonCode;

/** Series, and what becomes of single dates of them. */
public interface SeriesContract {

    String FIRST = "2026-04-01T07:00:00Z";
    String SECOND = "2026-04-08T07:00:00Z";
    String THIRD = "2026-04-15T07:00:00Z";

    BookingDesk desk();

    StoredBookings stored();

    private Booking weekly() {
        return desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"));
    }

    private static List<Instant> starts(Booking booking) {
        return booking.occupying().map(date -> date.time().start()).toList();
    }

    @Test
    default void movesOneDateAndFreesItsOldTime() {
        Booking series = weekly();

        Booking moved = done(desk().moveDate(series, CAMILLE, SECOND, "2026-04-09T12:00:00Z"));

        assertThat(starts(moved))
                .containsExactly(Instant.parse(FIRST), Instant.parse("2026-04-09T12:00:00Z"), Instant.parse(THIRD));
        assertThat(moved.occurrence(Instant.parse(SECOND))).isPresent();
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-08T09:00"));
        stored().assertSound();
    }

    @Test
    default void refusesToMoveADateOntoAnotherDateOfItsSeries() {
        Booking series = weekly();

        BookingResult result = desk().moveDate(series, CAMILLE, SECOND, "2026-04-15T07:30:00Z");

        assertThat(conflicts(result)).extracting(Conflict::recurrenceId).containsExactly(Instant.parse(SECOND));
        assertThat(desk().stored(series)).isEqualTo(series);
    }

    @Test
    default void putsOneDateInAnotherRoom() {
        Booking series = weekly();
        OccurrenceEdit edit = new OccurrenceEdit(Optional.empty(), Optional.empty(), Optional.of(Orders.ids(VISIO)));

        done(desk().changingOne.change(CAMILLE, series.id(), Instant.parse(SECOND), Optional.empty(), edit));

        desk().booked(NADIA, anOrder(SEINE), at("2026-04-08T09:00"));
        conflicts(desk().book(NADIA, changed(anOrder(VISIO), at("2026-04-08T09:00"))));
    }

    @Test
    default void dropsOneDateAndIsCancelledWithItsLast() {
        Booking series = weekly();

        Booking two = done(desk().cancelling.cancelDate(CAMILLE, series.id(), Instant.parse(SECOND), Optional.empty()));
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-08T09:00"));
        desk().cancelling.cancelDate(CAMILLE, series.id(), Instant.parse(FIRST), Optional.empty());
        Booking none = done(desk().cancelling.cancelDate(CAMILLE, series.id(), Instant.parse(THIRD), Optional.empty()));

        assertThat(two.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(none.state()).isEqualTo(BookingState.CANCELLED);
        stored().assertSound();
    }

    @Test
    default void keepsOnRecordADateThatIsOver() {
        Booking series = weekly();
        desk().clock.advance(Duration.ofDays(8));

        assertRefused(
                desk().cancelling.cancelDate(CAMILLE, series.id(), Instant.parse(FIRST), Optional.empty()),
                ReasonCode.IN_THE_PAST);
        assertRefused(desk().moveDate(series, CAMILLE, FIRST, "2026-04-10T07:00:00Z"), ReasonCode.IN_THE_PAST);
        Booking later = done(desk().change(series, CAMILLE, at("2026-04-01T10:00")));
        assertThat(starts(later))
                .containsExactly(
                        Instant.parse(FIRST),
                        Instant.parse("2026-04-08T08:00:00Z"),
                        Instant.parse("2026-04-15T08:00:00Z"));
        assertThat(later.occurrence(Instant.parse(FIRST))).isEqualTo(series.occurrence(Instant.parse(FIRST)));
        Booking cancelled = done(desk().cancel(series, CAMILLE));

        assertThat(cancelled.occurrences())
                .extracting(Occurrence::state)
                .containsExactly(OccurrenceState.PLANNED, OccurrenceState.CANCELLED, OccurrenceState.CANCELLED);
    }

    @Test
    default void movesAWholeSeriesByHalfAnHourOverItself() {
        Booking series = weekly();

        Booking moved = done(desk().change(series, CAMILLE, at("2026-04-01T09:30")));

        assertThat(starts(moved))
                .containsExactly(
                        Instant.parse("2026-04-01T07:30:00Z"),
                        Instant.parse("2026-04-08T07:30:00Z"),
                        Instant.parse("2026-04-15T07:30:00Z"));
        stored().assertSound();
    }

    @Test
    default void leavesCalledOffAndLeftOutDaysAloneWhenTheSeriesMoves() {
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-08T09:00"));
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=4"), skipping());
        desk().cancelling.cancelDate(CAMILLE, series.id(), Instant.parse(THIRD), Optional.empty());

        Booking moved = done(desk().change(series, CAMILLE, at("2026-04-01T14:00")));

        assertThat(starts(moved))
                .containsExactly(Instant.parse("2026-04-01T12:00:00Z"), Instant.parse("2026-04-22T12:00:00Z"));
        assertThat(moved.skipped()).hasSize(1);
    }

    @Test
    default void addsARoomOnEveryDateOrOnNone() {
        Booking series = weekly();
        Booking other = desk().booked(NADIA, anOrder(VISIO), at("2026-04-15T09:00"));

        conflicts(desk().change(series, CAMILLE, inRooms(SEINE, VISIO)));
        done(desk().cancel(other, NADIA));
        done(desk().change(series, CAMILLE, inRooms(SEINE, VISIO)));

        conflicts(desk().book(NADIA, changed(anOrder(VISIO), at("2026-04-15T09:00"))));
    }

    @Test
    default void skipsInAChangeWhatCollidesWithADateThatStays() {
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"));
        done(desk().moveDate(series, CAMILLE, SECOND, "2026-04-22T07:30:00Z"));

        Booking longer =
                done(desk().change(series, CAMILLE, order -> changed(order, every("FREQ=WEEKLY;COUNT=5"), skipping())));

        assertThat(longer.skipped())
                .extracting(skipped -> skipped.time().start())
                .containsExactly(Instant.parse("2026-04-22T07:00:00Z"));
        assertThat(longer.occurrences()).hasSize(4);
    }

    @Test
    default void refusesAChangeThatWouldLeaveNoDate() {
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=2"));
        desk().cancelling.cancelDate(CAMILLE, series.id(), Instant.parse(SECOND), Optional.empty());

        assertThatThrownBy(() -> desk().change(series, CAMILLE, without("2026-04-01")))
                .isInstanceOf(EmptySchedule.class);
        assertThat(desk().stored(series).occupying()).hasSize(1);
    }

    @Test
    default void judgesTheSeatsOfDatesThatStayWhenTheSeriesGrows() {
        Booking series = weekly();

        BookingResult result =
                desk().change(series, CAMILLE, order -> changed(order, every("FREQ=WEEKLY;COUNT=4"), forPeople(9)));

        assertRefused(result, ReasonCode.OVER_CAPACITY);
    }

    @Test
    default void refusesASeriesWithoutEnd() {
        assertRefused(
                desk().book(CAMILLE, changed(anOrder(SEINE), every("FREQ=DAILY"))), ReasonCode.TOO_MANY_OCCURRENCES);
        assertThat(stored().count()).isZero();
    }

    @Test
    default void refusesOneClaimMoreThanABookingHolds() {
        BookingResult result = desk().book(
                        CAMILLE,
                        changed(
                                anOrder(Rooms.STUDIO, Rooms.LOFT),
                                at("2026-06-01T00:00"),
                                lasting("PT20H"),
                                every("FREQ=DAILY;COUNT=42")));

        assertRefused(result, ReasonCode.TOO_MANY_OCCURRENCES);
        Booking most = desk().booked(
                        CAMILLE,
                        anOrder(Rooms.STUDIO, Rooms.LOFT),
                        at("2026-06-01T00:00"),
                        lasting("PT20H"),
                        every("FREQ=DAILY;COUNT=41"));
        assertThat(most.claims()).hasSize(41 * 2 * 240);
    }
}
