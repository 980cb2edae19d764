package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.ADMINISTRATOR;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.People.ROSE;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.booking.busy.BusyTime;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.policy.RequestDeadline;
import org.passerelle.booking.refusal.ReasonCode;

/**
 * Moving one date of a booking that a manager has agreed to asks for that date only: until it is decided the date holds both
 * places, and nothing else of the booking is in question.
 */
public interface MoveRequestContract {

    String FIRST = "2026-04-01T07:00:00Z";
    String SECOND = "2026-04-08T07:00:00Z";
    String THIRD = "2026-04-15T07:00:00Z";

    /** The afternoon of the day of the second date, at 14:00 in Paris, on its clocks and as an instant. */
    String AFTERNOON = "2026-04-08T14:00";

    String ELSEWHEN = "2026-04-08T12:00:00Z";

    BookingDesk desk();

    StoredBookings stored();

    /** Three Wednesdays at nine in a room that needs approval, approved. */
    private Booking agreed() {
        Booking asked = desk().booked(CAMILLE, anOrder(COUNCIL), every("FREQ=WEEKLY;COUNT=3"));
        return done(desk().approving.approve(MANAGER, asked.id(), ""));
    }

    private Booking moving(Booking agreed) {
        return done(desk().moveDate(agreed, CAMILLE, SECOND, ELSEWHEN));
    }

    private static Occurrence date(Booking booking, String name) {
        return booking.occurrence(Instant.parse(name)).orElseThrow();
    }

    private static Instant start(Booking booking, String name) {
        return date(booking, name).time().start();
    }

    private void goTo(String moment) {
        desk().clock.advance(Duration.between(desk().clock.instant(), Instant.parse(moment)));
    }

    private void assertTaken(String local) {
        conflicts(desk().book(NADIA, Orders.changed(anOrder(COUNCIL), at(local))));
    }

    @Test
    default void asksForThatDateOnlyAndHoldsBothPlaces() {
        Booking agreed = agreed();

        Booking asked = moving(agreed);

        assertThat(asked.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(asked.status().sequence()).isEqualTo(agreed.status().sequence());
        assertThat(asked.status().decision()).isEqualTo(agreed.status().decision());
        assertThat(asked.occurrences())
                .extracting(Occurrence::time)
                .isEqualTo(agreed.occurrences().stream().map(Occurrence::time).toList());
        assertThat(asked.asking()).extracting(Occurrence::recurrenceId).containsExactly(Instant.parse(SECOND));
        assertThat(date(desk().stored(asked), SECOND)
                        .openRequest()
                        .orElseThrow()
                        .time()
                        .start())
                .isEqualTo(Instant.parse(ELSEWHEN));
        assertThat(stored().claims(agreed.id())).hasSize(4 * 12);
        assertTaken("2026-04-08T09:00");
        assertTaken(AFTERNOON);
        assertThat(desk().busy(COUNCIL, "2026-04-08T00:00:00Z", "2026-04-09T00:00:00Z"))
                .extracting(BusyTime::kind)
                .containsExactly(BusyTime.BusyKind.BUSY, BusyTime.BusyKind.TENTATIVE);
        assertThat(desk().bookings.requested()).extracting(Booking::id).containsExactly(agreed.id());
        stored().assertSound();
    }

    @Test
    default void approvalMovesTheDateAndFreesItsOldPlace() {
        Booking agreed = agreed();
        moving(agreed);

        Booking moved = done(desk().approving.approve(MANAGER, agreed.id(), "Fine"));

        assertThat(moved.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(start(moved, SECOND)).isEqualTo(Instant.parse(ELSEWHEN));
        assertThat(start(moved, FIRST)).isEqualTo(Instant.parse(FIRST));
        assertThat(start(moved, THIRD)).isEqualTo(Instant.parse(THIRD));
        assertThat(moved.status().sequence()).isEqualTo(agreed.status().sequence() + 1);
        assertThat(date(desk().stored(moved), SECOND).requested().orElseThrow().decision())
                .contains(new RequestDecision(
                        DecisionState.APPROVED,
                        Optional.of(MANAGER.id()),
                        desk().clock.instant(),
                        "Fine"));
        assertThat(desk().bookings.requested()).isEmpty();
        assertTaken(AFTERNOON);
        desk().booked(NADIA, anOrder(COUNCIL), at("2026-04-08T09:00"));
        stored().assertSound();
        assertThat(done(desk().approving.approve(MANAGER, agreed.id(), "")).version())
                .isEqualTo(desk().stored(agreed).version());
        assertRefused(desk().approving.decline(MANAGER, agreed.id(), ""), ReasonCode.NOT_ALLOWED);
    }

    @Test
    default void declineLeavesTheDateAsItWas() {
        Booking agreed = agreed();
        Booking asked = moving(agreed);

        Booking declined = done(desk().approving.decline(MANAGER, agreed.id(), "Dance class"));

        assertThat(declined.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(declined.status().sequence()).isEqualTo(agreed.status().sequence());
        assertThat(declined.occurrences())
                .allMatch(date -> date.state() == OccurrenceState.PLANNED
                        && date.time().start().equals(date.recurrenceId()));
        RequestDecision decision = date(desk().stored(declined), SECOND)
                .requested()
                .flatMap(move -> move.decision())
                .orElseThrow();
        assertThat(decision.state()).isEqualTo(DecisionState.DECLINED);
        assertThat(decision.message()).isEqualTo("Dance class");
        assertTaken("2026-04-08T09:00");
        desk().booked(NADIA, anOrder(COUNCIL), at(AFTERNOON));
        stored().assertSound();
        assertThat(done(desk().approving.decline(MANAGER, agreed.id(), "Dance class"))
                        .version())
                .isEqualTo(declined.version());
        assertRefused(desk().approving.approve(MANAGER, asked.id(), ""), ReasonCode.NOT_ALLOWED);
    }

    @Test
    default void lapsesBeforeItsTimeAndLeavesTheDateAsItWas() {
        Booking agreed = agreed();
        // On the morning before the date as it stands, so that two hours before that counts.
        done(desk().moveDate(agreed, CAMILLE, SECOND, "2026-04-07T12:00:00Z"));
        goTo("2026-04-07T09:59:59Z");
        assertThat(desk().approving.lapse(agreed.id())).isFalse();

        goTo("2026-04-07T10:00:00Z");
        assertRefused(desk().approving.approve(MANAGER, agreed.id(), ""), ReasonCode.REQUEST_LAPSED);

        Booking lapsed = desk().stored(agreed);
        assertThat(lapsed.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(start(lapsed, SECOND)).isEqualTo(Instant.parse(SECOND));
        assertThat(date(lapsed, SECOND)
                        .requested()
                        .flatMap(move -> move.decision())
                        .orElseThrow()
                        .isLapse())
                .isTrue();
        assertRefused(desk().approving.decline(MANAGER, agreed.id(), "No"), ReasonCode.REQUEST_LAPSED);
        stored().assertSound();
    }

    @Test
    default void waitsNoLongerThanUntilTheDateBeginsAsItStands() {
        Booking asked = done(desk().moveDate(agreed(), CAMILLE, SECOND, "2026-04-10T12:00:00Z"));

        assertThat(RequestDeadline.of(asked, Rooms.directory())).contains(Instant.parse(SECOND));
        goTo(SECOND);
        assertThat(desk().approving.lapse(asked.id())).isTrue();
        assertThat(date(desk().stored(asked), SECOND).occupies()).isTrue();
    }

    @Test
    default void whatHasLapsedStandsInNobodysWayButTheDateStillDoes() {
        Booking agreed = agreed();
        done(desk().moveDate(agreed, CAMILLE, SECOND, "2026-04-07T12:00:00Z"));
        goTo("2026-04-07T11:00:00Z");

        desk().booked(NADIA, anOrder(COUNCIL), at("2026-04-07T14:00"));

        assertTaken("2026-04-08T09:00");
        assertThat(desk().stored(agreed).asking()).isEmpty();
        stored().assertSound();
    }

    @Test
    default void askingAnewTakesThePlaceOfWhatWasAskedBefore() {
        Booking agreed = agreed();
        Booking asked = moving(agreed);
        assertThat(done(desk().moveDate(agreed, CAMILLE, SECOND, ELSEWHEN)).version())
                .isEqualTo(asked.version());

        Booking anew = done(desk().moveDate(agreed, CAMILLE, SECOND, "2026-04-09T12:00:00Z"));

        assertThat(stored().claims(agreed.id())).hasSize(4 * 12);
        assertThat(anew.asking()).hasSize(1);
        desk().booked(NADIA, anOrder(COUNCIL), at(AFTERNOON));
        Booking moved = done(desk().approving.approve(MANAGER, agreed.id(), ""));
        assertThat(start(moved, SECOND)).isEqualTo(Instant.parse("2026-04-09T12:00:00Z"));
        stored().assertSound();
    }

    @Test
    default void toMoveItBackWithdrawsWhatWasAsked() {
        Booking agreed = agreed();
        moving(agreed);

        Booking back = done(desk().moveDate(agreed, CAMILLE, SECOND, SECOND));

        assertThat(back.asking()).isEmpty();
        assertThat(back.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(stored().claims(agreed.id())).hasSize(3 * 12);
        desk().booked(NADIA, anOrder(COUNCIL), at(AFTERNOON));
    }

    @Test
    default void aMoveThatNeedsNobodyIsDoneAndEndsWhatWasAsked() {
        Booking agreed = agreed();
        moving(agreed);

        Booking moved = done(desk().changingOne
                .change(
                        CAMILLE,
                        agreed.id(),
                        Instant.parse(SECOND),
                        Optional.empty(),
                        new OccurrenceEdit(Optional.empty(), Optional.empty(), Optional.of(List.of(SEINE.id())))));

        assertThat(moved.asking()).isEmpty();
        assertThat(date(moved, SECOND).rooms()).containsExactly(SEINE.id());
        desk().booked(NADIA, anOrder(COUNCIL), at(AFTERNOON));
        stored().assertSound();
    }

    @Test
    default void callingTheDateOffFreesBothPlaces() {
        Booking agreed = agreed();
        moving(agreed);

        done(desk().cancelling.cancelDate(CAMILLE, agreed.id(), Instant.parse(SECOND), Optional.empty()));

        assertThat(stored().claims(agreed.id())).hasSize(2 * 12);
        assertThat(desk().stored(agreed).asking()).isEmpty();
        desk().booked(NADIA, anOrder(COUNCIL), at(AFTERNOON));
        desk().booked(NADIA, anOrder(COUNCIL), at("2026-04-08T09:00"));
    }

    @Test
    default void callingTheBookingOffFreesAll() {
        Booking agreed = agreed();
        moving(agreed);

        done(desk().cancel(agreed, CAMILLE));

        assertThat(stored().claims(agreed.id())).isEmpty();
        assertThat(desk().bookings.requested()).isEmpty();
    }

    @Test
    default void aDateThatWasCalledOffIsAskedForAloneToo() {
        Booking agreed = agreed();
        done(desk().cancelling.cancelDate(CAMILLE, agreed.id(), Instant.parse(SECOND), Optional.empty()));

        Booking asked = done(desk().moveDate(agreed, CAMILLE, SECOND, SECOND));

        assertThat(asked.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(date(asked, SECOND).state()).isEqualTo(OccurrenceState.CANCELLED);
        assertTaken("2026-04-08T09:00");
        Booking back = done(desk().approving.approve(MANAGER, agreed.id(), ""));
        assertThat(date(back, SECOND).state()).isEqualTo(OccurrenceState.PLANNED);
        stored().assertSound();
    }

    @Test
    default void whatWasAskedForACalledOffDateIsWithdrawnByCallingItOffAgain() {
        Booking agreed = agreed();
        done(desk().cancelling.cancelDate(CAMILLE, agreed.id(), Instant.parse(SECOND), Optional.empty()));
        done(desk().moveDate(agreed, CAMILLE, SECOND, SECOND));

        done(desk().cancelling.cancelDate(CAMILLE, agreed.id(), Instant.parse(SECOND), Optional.empty()));

        assertThat(desk().stored(agreed).asking()).isEmpty();
        desk().booked(NADIA, anOrder(COUNCIL), at("2026-04-08T09:00"));
    }

    @Test
    default void noOtherDateOfTheSeriesGetsThePlaceThatIsAskedFor() {
        Booking agreed = agreed();
        moving(agreed);

        conflicts(desk().moveDate(agreed, CAMILLE, THIRD, "2026-04-08T12:30:00Z"));
        conflicts(desk().moveDate(agreed, CAMILLE, SECOND, THIRD));
        // Its own place is in nobody's way but others'.
        Booking later = done(desk().moveDate(agreed, CAMILLE, SECOND, "2026-04-08T07:30:00Z"));
        assertThat(stored().claims(agreed.id())).hasSize(3 * 12 + 6);
        assertThat(later.asking()).hasSize(1);
        stored().assertSound();
    }

    @Test
    default void severalDatesAreDecidedTogetherOrOneByOne() {
        Booking agreed = agreed();
        moving(agreed);
        done(desk().moveDate(agreed, CAMILLE, THIRD, "2026-04-15T12:00:00Z"));

        Booking one =
                done(desk().approving.decideOn(MANAGER, agreed.id(), Instant.parse(THIRD), DecisionState.DECLINED, ""));
        assertThat(one.asking()).extracting(Occurrence::recurrenceId).containsExactly(Instant.parse(SECOND));

        done(desk().moveDate(agreed, CAMILLE, THIRD, "2026-04-15T13:00:00Z"));
        Booking all = done(desk().approving.approve(MANAGER, agreed.id(), ""));
        assertThat(all.asking()).isEmpty();
        assertThat(start(all, SECOND)).isEqualTo(Instant.parse(ELSEWHEN));
        assertThat(start(all, THIRD)).isEqualTo(Instant.parse("2026-04-15T13:00:00Z"));
    }

    @Test
    default void decidesOnNothingButWhatWasSeen() {
        Booking agreed = agreed();
        Instant seen = moving(agreed).askedAt().orElseThrow();
        desk().clock.advance(Duration.ofSeconds(5));
        done(desk().moveDate(agreed, CAMILLE, SECOND, "2026-04-09T12:00:00Z"));

        assertRefused(
                desk().approving.decide(MANAGER, agreed.id(), DecisionState.APPROVED, "", Optional.of(seen)),
                ReasonCode.NOT_ALLOWED);
        assertThat(desk().stored(agreed).asking()).hasSize(1);
    }

    @Test
    default void onlyManagersDecideOnTheMove() {
        Booking agreed = agreed();
        moving(agreed);

        assertThatThrownBy(() -> desk().approving.approve(CAMILLE, agreed.id(), ""))
                .isInstanceOf(NotYourBooking.class);
        assertThatThrownBy(() -> desk().approving.decline(NADIA, agreed.id(), ""))
                .isInstanceOf(NotYourBooking.class);
        assertThat(desk().stored(agreed).asking()).hasSize(1);
    }

    @Test
    default void theManagerNeedsNobodysAgreement() {
        Booking moved = done(desk().moveDate(agreed(), MANAGER, SECOND, ELSEWHEN));

        assertThat(moved.asking()).isEmpty();
        assertThat(start(moved, SECOND)).isEqualTo(Instant.parse(ELSEWHEN));
    }

    @Test
    default void aQuotaThatIsUsedUpLetsADateMoveWithinItsWeek() {
        Booking asked = desk().booked(ROSE, anOrder(COUNCIL), Orders.lasting("PT10H"));
        done(desk().approving.approve(MANAGER, asked.id(), ""));

        Booking moving = done(desk().moveDate(asked, ROSE, FIRST, "2026-04-02T07:00:00Z"));
        assertThat(moving.asking()).hasSize(1);
        assertRefused(
                desk().book(ROSE, Orders.changed(anOrder(SEINE), at("2026-04-03T09:00"))), ReasonCode.QUOTA_EXCEEDED);

        done(desk().approving.approve(MANAGER, asked.id(), ""));
        stored().assertSound();
    }

    @Test
    default void ofApproveAndDeclineOneWins() {
        for (int round = 0; round < 20; round++) {
            stored().clear();
            Booking agreed = agreed();
            moving(agreed);

            List<BookingResult> results = Together.all(List.<Callable<BookingResult>>of(
                    () -> desk().approving.approve(MANAGER, agreed.id(), ""),
                    () -> desk().approving.decline(ADMINISTRATOR, agreed.id(), "No")));

            assertThat(results).filteredOn(Outcomes::isDone).hasSize(1);
            Booking left = desk().stored(agreed);
            assertThat(start(left, SECOND))
                    .isEqualTo(Instant.parse(Outcomes.isDone(results.get(0)) ? ELSEWHEN : SECOND));
            assertThat(left.asking()).isEmpty();
            assertThat(stored().claims(agreed.id())).hasSize(3 * 12);
            stored().assertSound();
        }
    }

    @Test
    default void ofAskingAndABookingOfThePlaceOneWins() {
        for (int round = 0; round < 20; round++) {
            stored().clear();
            Booking agreed = agreed();

            List<BookingResult> results = Together.all(List.<Callable<BookingResult>>of(
                    () -> desk().moveDate(agreed, CAMILLE, SECOND, ELSEWHEN),
                    () -> desk().book(NADIA, Orders.changed(anOrder(COUNCIL), at(AFTERNOON)))));

            assertThat(results).filteredOn(Outcomes::isDone).hasSize(1);
            assertThat(results).filteredOn(result -> !Outcomes.isDone(result)).allSatisfy(Outcomes::conflicts);
            assertThat(desk().stored(agreed).asking()).hasSize(Outcomes.isDone(results.get(0)) ? 1 : 0);
            assertThat(date(desk().stored(agreed), SECOND).occupies()).isTrue();
            stored().assertSound();
        }
    }

    @Test
    default void approvalAgainstABookingOfEitherPlaceLosesNoRoom() {
        for (int round = 0; round < 20; round++) {
            stored().clear();
            Booking agreed = agreed();
            moving(agreed);

            List<BookingResult> results = Together.all(List.<Callable<BookingResult>>of(
                    () -> desk().approving.approve(MANAGER, agreed.id(), ""),
                    () -> desk().book(NADIA, Orders.changed(anOrder(COUNCIL), at(AFTERNOON))),
                    () -> desk().book(NADIA, Orders.changed(anOrder(COUNCIL), at("2026-04-08T09:00")))));

            done(results.get(0));
            conflicts(results.get(1));
            assertThat(start(desk().stored(agreed), SECOND)).isEqualTo(Instant.parse(ELSEWHEN));
            stored().assertSound();
        }
    }

    @Test
    default void approvalAgainstTheOrganisersCancellingOfThatDate() {
        for (int round = 0; round < 20; round++) {
            stored().clear();
            Booking agreed = agreed();
            moving(agreed);

            List<BookingResult> results = Together.all(List.<Callable<BookingResult>>of(
                    () -> desk().approving.approve(MANAGER, agreed.id(), ""),
                    () -> desk().cancelling.cancelDate(CAMILLE, agreed.id(), Instant.parse(SECOND), Optional.empty())));

            // Whichever comes first, what the organiser does not want any more is not there.
            done(results.get(1));
            Occurrence left = date(desk().stored(agreed), SECOND);
            assertThat(left.state()).isEqualTo(OccurrenceState.CANCELLED);
            assertThat(left.openRequest()).isEmpty();
            assertThat(stored().claims(agreed.id())).hasSize(2 * 12);
            stored().assertSound();
        }
    }

    @Test
    default void approvalOfTheMoveAgainstItsTimeOutHasOneWinner() {
        for (int round = 0; round < 20; round++) {
            stored().clear();
            desk().clock.reset();
            Booking agreed = agreed();
            done(desk().moveDate(agreed, CAMILLE, SECOND, "2026-04-07T12:00:00Z"));
            goTo("2026-04-07T09:59:59.999Z");

            List<Object> results = Together.all(
                    List.<Callable<Object>>of(() -> desk().approving.approve(MANAGER, agreed.id(), ""), () -> {
                        desk().clock.advance(Duration.ofMillis(1));
                        return desk().approving.lapse(agreed.id());
                    }));

            boolean isApproved = Outcomes.isDone((BookingResult) results.get(0));
            assertThat(start(desk().stored(agreed), SECOND))
                    .isEqualTo(Instant.parse(isApproved ? "2026-04-07T12:00:00Z" : SECOND));
            if (!isApproved) {
                assertRefused((BookingResult) results.get(0), ReasonCode.REQUEST_LAPSED);
            }
            assertThat(stored().claims(agreed.id())).hasSize(3 * 12);
            stored().assertSound();
        }
    }
}
