package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Orders.skipping;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.FORUM;
import static org.passerelle.booking.Rooms.GRAND_SALON;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.VISIO;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** What holds of bookings in any store: a room is had by one at a time, all is booked or nothing, and nothing is lost. */
public interface BookingsContract {

    BookingDesk desk();

    StoredBookings stored();

    private static Interval interval(String from, String to) {
        return Interval.of(Instant.parse(from), Instant.parse(to));
    }

    @Test
    default void keepsWhatWasBookedAsItWasBooked() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE, VISIO), every("FREQ=WEEKLY;COUNT=3"));

        Booking read = desk().stored(made);

        assertThat(read).isEqualTo(made);
        assertThat(read.version()).isEqualTo(1);
        assertThat(stored().claims(made.id())).hasSize(3 * 2 * 12);
    }

    @Test
    default void refusesASlotThatOverlapsByOneMinuteAndSaysWhen() {
        desk().booked(CAMILLE, anOrder(SEINE));

        BookingResult result = desk().book(NADIA, changed(anOrder(SEINE), at("2026-04-01T09:59")));

        assertThat(conflicts(result))
                .containsExactly(new Conflict(
                        SEINE.id(),
                        interval("2026-04-01T07:00:00Z", "2026-04-01T08:00:00Z"),
                        Instant.parse("2026-04-01T07:59:00Z")));
        assertThat(stored().count()).isEqualTo(1);
    }

    @Test
    default void readsWholeDocumentsOfWhoeverHoldsARoomAndNoneThatIsKnown() {
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"));
        Booking visio = desk().booked(NADIA, anOrder(VISIO));
        Interval firstDay = interval("2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z");

        assertThat(desk().reading.inDocumentsHolding(Set.copyOf(SEINE.numbers()), firstDay, Set.of()))
                .contains(series)
                .doesNotContain(visio);
        assertThat(desk().reading
                        .inDocumentsHolding(
                                Set.copyOf(SEINE.numbers()),
                                firstDay,
                                Set.of(series.id().root())))
                .doesNotContain(series);
    }

    @Test
    default void readsWhatWasMadeForAnOrganisationAndIsNotOver() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        desk().booked(NADIA, anOrder(VISIO));
        List<Booking> read = new ArrayList<>();

        desk().reading.madeFor(CAMILLE.organisation().orElseThrow(), Instant.parse("2026-04-01T07:30:00Z"), read::add);
        desk().reading.madeFor(CAMILLE.organisation().orElseThrow(), Instant.parse("2026-04-01T08:00:00Z"), read::add);

        assertThat(read).containsExactly(made);
    }

    @Test
    default void findsWhatAnOrganisationHasOfRooms() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        desk().booked(CAMILLE, anOrder(FORUM));
        desk().booked(NADIA, anOrder(VISIO));
        Interval day = interval("2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z");

        List<Booking> found = desk().reading
                .holding(List.of(SEINE, VISIO), day, CAMILLE.organisation().orElseThrow());

        assertThat(found).containsExactly(made);
        assertThat(desk().reading
                        .holding(List.of(VISIO), day, CAMILLE.organisation().orElseThrow()))
                .isEmpty();
    }

    @Test
    default void findsWhatSomebodyIsInvitedToUntilItIsOverOrTheyAreNot() {
        Booking first = desk().booked(CAMILLE, inviting(LOUIS.email(), anOrder(SEINE)));
        desk().booked(CAMILLE, anOrder(VISIO));
        desk().booked(CAMILLE, inviting(NADIA.email(), anOrder(FORUM)));
        Instant before = Instant.parse("2026-03-31T00:00:00Z");

        assertThat(desk().reading.inviting(LOUIS.email(), before)).containsExactly(first);
        assertThat(desk().reading
                        .inviting(
                                LOUIS.email(), first.occurrences().get(0).time().end()))
                .isEmpty();

        done(desk().changing
                .change(CAMILLE, first.id(), Optional.empty(), standing -> inviting(NADIA.email(), anOrder(SEINE))));
        assertThat(desk().reading.inviting(LOUIS.email(), before)).isEmpty();
        assertThat(desk().reading.inviting(NADIA.email(), before)).hasSize(2);
    }

    private static BookingOrder inviting(EmailAddress whom, BookingOrder order) {
        return new BookingOrder(
                order.content().inviting(List.of(new Attendee(whom, ""))),
                order.schedule(),
                order.rooms(),
                order.onConflict(),
                order.reacquire(),
                order.override());
    }

    @Test
    default void booksBackToBack() {
        desk().booked(CAMILLE, anOrder(SEINE));

        done(desk().book(NADIA, changed(anOrder(SEINE), at("2026-04-01T10:00"))));
        done(desk().book(NADIA, changed(anOrder(SEINE), at("2026-04-01T08:00"))));

        stored().assertSound();
    }

    @Test
    default void refusesATimeWithinASlotThatIsPartlyTaken() {
        desk().booked(CAMILLE, anOrder(SEINE), lasting("PT52M"));

        BookingResult result = desk().book(NADIA, changed(anOrder(SEINE), at("2026-04-01T09:53")));

        assertThat(conflicts(result))
                .extracting(Conflict::taken)
                .containsExactly(interval("2026-04-01T07:00:00Z", "2026-04-01T07:55:00Z"));
    }

    @Test
    default void leavesNoClaimOfARefusedSeries() {
        desk().booked(CAMILLE, anOrder(SEINE), at("2026-04-15T09:30"));

        BookingResult result = desk().book(NADIA, changed(anOrder(SEINE), every("FREQ=WEEKLY;COUNT=6")));

        assertThat(conflicts(result))
                .extracting(Conflict::recurrenceId)
                .containsExactly(Instant.parse("2026-04-15T07:00:00Z"));
        assertThat(stored().count()).isEqualTo(1);
        assertThat(desk().busy(SEINE, "2026-04-01T00:00:00Z", "2026-04-09T00:00:00Z"))
                .isEmpty();
    }

    @Test
    default void booksAllRoomsOrNone() {
        desk().booked(CAMILLE, anOrder(VISIO));

        BookingResult result = desk().book(NADIA, anOrder(SEINE, ALMONT, VISIO));

        assertThat(conflicts(result)).extracting(Conflict::room).containsExactly(VISIO.id());
        done(desk().book(LOUIS, anOrder(SEINE, ALMONT)));
    }

    @Test
    default void freesEverythingThatIsCancelled() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE, VISIO), every("FREQ=WEEKLY;COUNT=3"));

        Booking cancelled = done(desk().cancel(made, CAMILLE));

        assertThat(cancelled.state()).isEqualTo(BookingState.CANCELLED);
        assertThat(stored().claims(made.id())).isEmpty();
        desk().booked(NADIA, anOrder(SEINE, VISIO), every("FREQ=WEEKLY;COUNT=3"));
    }

    @Test
    default void letsTwoCancelledBookingsOfTheSameSlotCoexist() {
        Booking first = desk().booked(CAMILLE, anOrder(SEINE));
        done(desk().cancel(first, CAMILLE));
        Booking second = desk().booked(NADIA, anOrder(SEINE));

        done(desk().cancel(second, NADIA));

        assertThat(stored().count()).isEqualTo(2);
        stored().assertSound();
    }

    @Test
    default void cancelsTwiceWithoutHarm() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        Booking first = done(desk().cancel(made, CAMILLE));

        Booking second = done(desk().cancel(made, CAMILLE));

        assertThat(second.version()).isEqualTo(first.version());
    }

    @Test
    default void claimsThePartsOfACombinedRoomAndTheCombinedRoomByItsParts() {
        desk().booked(CAMILLE, anOrder(GRAND_SALON));
        desk().booked(CAMILLE, anOrder(ALMONT), at("2026-04-01T14:00"));

        BookingResult part = desk().book(NADIA, anOrder(SEINE));
        BookingResult whole = desk().book(NADIA, changed(anOrder(GRAND_SALON), at("2026-04-01T14:00")));

        assertThat(conflicts(part)).extracting(Conflict::room).containsExactly(SEINE.id());
        assertThat(conflicts(whole)).extracting(Conflict::room).containsExactly(GRAND_SALON.id());
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-01T14:00"));
    }

    @Test
    default void keepsARoomFreeAroundABookingForAsLongAsItsBuffers() {
        desk().booked(CAMILLE, anOrder(FORUM));

        BookingResult within = desk().book(NADIA, changed(anOrder(FORUM), at("2026-04-01T10:29")));

        assertThat(conflicts(within))
                .extracting(Conflict::taken)
                .containsExactly(interval("2026-04-01T06:45:00Z", "2026-04-01T08:15:00Z"));
        desk().booked(NADIA, anOrder(FORUM), at("2026-04-01T10:30"));
    }

    @Test
    default void movesOverItsOwnClaims() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));

        Booking moved = done(desk().change(made, CAMILLE, at("2026-04-01T09:30")));

        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.status().sequence()).isEqualTo(1);
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-01T08:30"));
        conflicts(desk().book(NADIA, changed(anOrder(SEINE), at("2026-04-01T10:00"))));
    }

    @Test
    default void leavesTheDocumentByteForByteAsItWasWhenAChangeIsRefused() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"));
        desk().booked(NADIA, anOrder(VISIO), at("2026-04-08T09:30"));
        byte[] before = stored().bytes(made.id());

        conflicts(desk().change(made, CAMILLE, inRooms(SEINE, VISIO)));
        assertRefused(desk().change(made, CAMILLE, at("2026-04-01T19:30")), ReasonCode.OUTSIDE_OPENING_HOURS);
        assertRefused(
                desk().change(made, CAMILLE, inRooms(Rooms.aRoom("nowhere", 99).build())), ReasonCode.UNKNOWN_ROOM);
        conflicts(desk().changeFollowing(made, CAMILLE, "2026-04-08T07:00:00Z", inRooms(VISIO)));

        assertThat(stored().bytes(made.id())).isEqualTo(before);
    }

    @Test
    default void refusesAnEditOfAVersionThatIsNoLongerTheLatest() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        done(desk().change(made, CAMILLE, called("Other")));

        assertThatThrownBy(
                        () -> desk().changing.change(CAMILLE, made.id(), Optional.of(made.version()), called("Third")))
                .isInstanceOf(BookingIsStale.class);
        assertThatThrownBy(() -> desk().cancelling.cancel(CAMILLE, made.id(), Optional.of(made.version())))
                .isInstanceOf(BookingIsStale.class);
        assertThat(desk().stored(made).content().title()).isEqualTo("Other");
    }

    @Test
    default void changesOnlyTheTextWithoutRaisingTheSequence() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));

        Booking edited = done(desk().change(made, CAMILLE, called("Other")));

        assertThat(edited.status().sequence()).isZero();
        assertThat(edited.occurrences()).isEqualTo(made.occurrences());
        assertThat(desk().stored(made)).isEqualTo(edited);
    }

    @Test
    default void refusesToChangeWhatIsSomebodyElses() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));

        assertThatThrownBy(() -> desk().change(made, NADIA, called("Mine"))).isInstanceOf(NotYourBooking.class);
        assertThatThrownBy(() -> desk().cancel(made, LOUIS)).isInstanceOf(NotYourBooking.class);
    }

    @Test
    default void leavesOutTheOccupiedDatesOfASeriesAndListsThem() {
        desk().booked(CAMILLE, anOrder(SEINE), at("2026-04-08T09:30"));

        Booking series = desk().booked(NADIA, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"), skipping());

        assertThat(series.skipped())
                .containsExactly(new Skipped(
                        interval("2026-04-08T07:00:00Z", "2026-04-08T08:00:00Z"), ReasonCode.ROOM_OCCUPIED));
        assertThat(series.occurrences())
                .extracting(Occurrence::recurrenceId)
                .containsExactly(Instant.parse("2026-04-01T07:00:00Z"), Instant.parse("2026-04-15T07:00:00Z"));
    }

    @Test
    default void leavesOutHolidays() {
        Booking series =
                desk().booked(NADIA, anOrder(SEINE), at("2026-05-01T09:00"), every("FREQ=WEEKLY;COUNT=3"), skipping());

        assertThat(series.skipped()).extracting(Skipped::reason).containsExactly(ReasonCode.SITE_CLOSED);
        assertThat(series.occurrences()).hasSize(2);
    }

    @Test
    default void refusesASeriesOfWhichEveryDateIsTakenEvenWhenSkipping() {
        desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"));

        BookingResult result = desk().book(NADIA, changed(anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"), skipping()));

        assertThat(conflicts(result)).hasSize(3);
    }

    @Test
    default void tellsWhichRoomsAreInUse() {
        desk().booked(CAMILLE, anOrder(GRAND_SALON));
        Booking cancelled = desk().booked(CAMILLE, anOrder(VISIO));
        desk().cancel(cancelled, CAMILLE);
        List<RoomId> rooms = Orders.ids(GRAND_SALON, SEINE, VISIO);

        assertThat(desk().bookings.inUse(rooms, Instant.parse("2026-04-01T07:59:59Z")))
                .containsExactly(GRAND_SALON.id());
        assertThat(desk().bookings.inUse(rooms, Instant.parse("2026-04-01T08:00:00Z")))
                .isEmpty();
    }
}
