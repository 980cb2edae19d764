package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.skipping;
import static org.passerelle.booking.Orders.substituting;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.FORUM;
import static org.passerelle.booking.Rooms.GRAND_SALON;
import static org.passerelle.booking.Rooms.LAB;
import static org.passerelle.booking.Rooms.PROJECTORS;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.STUDIO;
import static org.passerelle.booking.Rooms.SUITE;
import static org.passerelle.booking.Rooms.VISIO;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.DateOutcome;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;

/** What becomes of dates whose room is taken, when another room of the site will do. */
public interface SubstitutesContract {

    /** The second of three Wednesdays. */
    String SECOND = "2026-04-08T09:30";

    BookingDesk desk();

    StoredBookings stored();

    private Booking series(Room... rooms) {
        return desk().booked(CAMILLE, anOrder(rooms), every("FREQ=WEEKLY;COUNT=3"), substituting());
    }

    private static Occurrence second(Booking booking) {
        return booking.occurrence(Instant.parse("2026-04-08T07:00:00Z")).orElseThrow();
    }

    @Test
    default void takesAnotherRoomOnTheDateWhoseRoomIsTaken() {
        desk().booked(NADIA, anOrder(SEINE), at(SECOND));

        Booking series = series(SEINE);

        assertThat(series.occurrences())
                .extracting(Occurrence::rooms)
                .containsExactly(Orders.ids(SEINE), Orders.ids(ALMONT), Orders.ids(SEINE));
        assertThat(series.occurrences())
                .extracting(Occurrence::outcome)
                .containsExactly(DateOutcome.KEPT, DateOutcome.SUBSTITUTED, DateOutcome.KEPT);
        assertThat(series.rooms()).containsExactly(SEINE.id());
        stored().assertSound();
    }

    @Test
    default void remembersWhatWasWishedFor() {
        desk().booked(NADIA, anOrder(SEINE), at(SECOND));

        Booking stored = desk().stored(series(SEINE));

        assertThat(second(stored).outcome()).isEqualTo(DateOutcome.SUBSTITUTED);
        assertThat(second(stored).wished()).containsExactly(SEINE.id());
    }

    @Test
    default void triesOneRoomAfterTheOther() {
        desk().booked(NADIA, anOrder(SEINE, ALMONT), at(SECOND));

        Booking series = series(SEINE);

        assertThat(second(series).rooms()).containsExactly(FORUM.id());
        stored().assertSound();
    }

    @Test
    default void leavesADateOutWhenNoOtherRoomIsFree() {
        desk().booked(NADIA, anOrder(SEINE, ALMONT, FORUM, COUNCIL, STUDIO, LAB), at(SECOND));

        Booking series = series(SEINE);

        assertThat(series.occurrences()).hasSize(2);
        assertThat(series.skipped()).extracting(Skipped::reason).containsExactly(ReasonCode.ROOM_OCCUPIED);
    }

    @Test
    default void neverWaitsForApprovalBecauseOfAnotherRoom() {
        desk().booked(NADIA, anOrder(SEINE, ALMONT, FORUM), at(SECOND));

        Booking series = series(SEINE);

        assertThat(series.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(second(series).rooms()).containsExactly(STUDIO.id());
    }

    @Test
    default void takesAnotherRoomForASingleBookingToo() {
        desk().booked(NADIA, anOrder(SEINE));

        Booking made = desk().booked(CAMILLE, anOrder(SEINE), substituting());

        assertThat(made.occurrences()).extracting(Occurrence::outcome).containsExactly(DateOutcome.SUBSTITUTED);
    }

    @Test
    default void namesTheRoomsThatWereAskedForWhenASingleBookingFindsNone() {
        desk().booked(NADIA, anOrder(SEINE, ALMONT, FORUM, COUNCIL, STUDIO, LAB));

        BookingResult result = desk().book(CAMILLE, Orders.changed(anOrder(SEINE), substituting()));

        assertThat(conflicts(result)).extracting(Conflict::room).containsExactly(SEINE.id());
    }

    @Test
    default void neverTakesAPartOfARoomThatTheDateHolds() {
        desk().booked(NADIA, anOrder(VISIO), at(SECOND));

        Booking series = series(GRAND_SALON, VISIO);

        List<RoomId> rooms = second(series).rooms();
        assertThat(rooms).first().isEqualTo(GRAND_SALON.id());
        assertThat(rooms.get(1)).isNotIn(SEINE.id(), ALMONT.id());
        stored().assertSound();
    }

    @Test
    default void takesACombinedRoomOnlyWhereAllItsPartsAreFree() {
        desk().booked(NADIA, anOrder(VISIO, SEINE, FORUM, COUNCIL, STUDIO, LAB), at(SECOND));

        Booking series = series(VISIO);

        assertThat(second(series).rooms()).containsExactly(ALMONT.id());
    }

    @Test
    default void leavesADateOutWhosePoolIsExhausted() {
        desk().booked(NADIA, anOrder(PROJECTORS, PROJECTORS, PROJECTORS, PROJECTORS, PROJECTORS), at(SECOND));

        Booking series = series(SEINE, PROJECTORS);

        assertThat(series.occurrences()).hasSize(2).allMatch(date -> date.outcome() == DateOutcome.KEPT);
        assertThat(series.skipped()).hasSize(1);
    }

    @Test
    default void staysAtTheSite() {
        desk().booked(NADIA, anOrder(SUITE), at("2026-04-08T15:30"));

        Booking series = desk().booked(
                        CAMILLE, anOrder(SUITE), at("2026-04-01T15:00"), every("FREQ=WEEKLY;COUNT=3"), substituting());

        assertThat(series.occurrences())
                .allSatisfy(date ->
                        assertThat(date.rooms()).allMatch(room -> room.value().startsWith("montreal")));
        stored().assertSound();
    }

    @Test
    default void substitutesWhenAWholeSeriesMoves() {
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"));
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-08T14:30"));

        Booking moved = done(
                desk().change(series, CAMILLE, order -> Orders.changed(order, at("2026-04-01T14:00"), substituting())));

        assertThat(moved.occurrences())
                .extracting(Occurrence::outcome)
                .containsExactly(DateOutcome.KEPT, DateOutcome.SUBSTITUTED, DateOutcome.KEPT);
        stored().assertSound();
    }

    @Test
    default void keepsTheOtherRoomWhenTheSeriesGrows() {
        desk().booked(NADIA, anOrder(SEINE), at(SECOND));
        Booking series = series(SEINE);

        Booking longer = done(desk().change(series, CAMILLE, every("FREQ=WEEKLY;COUNT=4")));

        assertThat(longer.occurrences()).hasSize(4);
        assertThat(second(longer)).isEqualTo(second(series));
    }

    @Test
    default void countsADateMovedByHandAsKept() {
        desk().booked(NADIA, anOrder(SEINE), at(SECOND));
        Booking series = series(SEINE);

        Booking moved = done(desk().moveDate(series, CAMILLE, "2026-04-08T07:00:00Z", "2026-04-08T12:00:00Z"));

        assertThat(second(moved).outcome()).isEqualTo(DateOutcome.KEPT);
        assertThat(second(moved).rooms()).containsExactly(ALMONT.id());
    }

    @Test
    default void keepsTheOutcomeWhenTheTextChanges() {
        desk().booked(NADIA, anOrder(SEINE), at(SECOND));
        Booking series = series(SEINE);

        Booking edited = done(desk().change(series, CAMILLE, called("Other")));

        assertThat(second(edited).outcome()).isEqualTo(DateOutcome.SUBSTITUTED);
    }

    @Test
    default void skipsAHolidayRatherThanMovingTheMeeting() {
        Booking series = desk().booked(
                        CAMILLE,
                        anOrder(SEINE),
                        at("2026-05-01T09:00"),
                        every("FREQ=WEEKLY;COUNT=3"),
                        skipping(),
                        substituting());

        assertThat(series.skipped()).extracting(Skipped::reason).containsExactly(ReasonCode.SITE_CLOSED);
    }
}
