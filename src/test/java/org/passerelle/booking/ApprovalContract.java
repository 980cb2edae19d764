package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.ADMINISTRATOR;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.COUNCIL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.refusal.ReasonCode;

/** How requests end: approved, declined, or let lapse two hours before their time. */
public interface ApprovalContract {

    /** Two hours before {@link Orders#START}, which is 09:00 in Paris. */
    Instant DEADLINE = Instant.parse("2026-04-01T05:00:00Z");

    BookingDesk desk();

    StoredBookings stored();

    private Booking asked() {
        return desk().booked(CAMILLE, anOrder(COUNCIL));
    }

    private void goTo(Instant moment) {
        desk().clock.advance(Duration.between(desk().clock.instant(), moment));
    }

    private static RequestDecision decision(Booking booking) {
        return booking.status().decision().orElseThrow();
    }

    @Test
    default void waitsForTheManagerAndKeepsTheRoomMeanwhile() {
        Booking asked = asked();
        conflicts(desk().book(NADIA, anOrder(COUNCIL)));

        Booking approved = done(desk().approving.approve(MANAGER, asked.id(), "Keys at the desk"));

        assertThat(asked.state()).isEqualTo(BookingState.REQUESTED);
        assertThat(asked.status().decision()).isEmpty();
        assertThat(approved.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(decision(desk().stored(asked)))
                .isEqualTo(new RequestDecision(
                        DecisionState.APPROVED,
                        Optional.of(MANAGER.id()),
                        desk().clock.instant(),
                        "Keys at the desk"));
        assertThat(done(desk().approving.approve(MANAGER, asked.id(), "")).version())
                .isEqualTo(approved.version());
    }

    @Test
    default void aRequestThatIsDeclinedIsNotOneThatIsCancelled() {
        Booking asked = asked();

        Booking declined = done(desk().approving.decline(MANAGER, asked.id(), "The council meets"));

        assertThat(declined.state()).isEqualTo(BookingState.DECLINED);
        assertThat(declined.occurrences()).allMatch(date -> date.state() == OccurrenceState.CANCELLED);
        assertThat(decision(desk().stored(asked)))
                .isEqualTo(new RequestDecision(
                        DecisionState.DECLINED,
                        Optional.of(MANAGER.id()),
                        desk().clock.instant(),
                        "The council meets"));
        assertThat(stored().claims(asked.id())).isEmpty();
        desk().booked(NADIA, anOrder(COUNCIL));
        assertRefused(desk().approving.approve(MANAGER, asked.id(), ""), ReasonCode.NOT_ALLOWED);
    }

    @Test
    default void whatWasDeclinedIsOver() {
        Booking asked = asked();
        done(desk().approving.decline(MANAGER, asked.id(), "No"));

        assertRefused(desk().change(asked, CAMILLE, at("2026-04-02T09:00")), ReasonCode.NOT_ALLOWED);
        assertThat(done(desk().cancel(asked, CAMILLE)).state()).isEqualTo(BookingState.DECLINED);
        assertThat(desk().reading.madeBy(CAMILLE.id(), desk().clock.instant())).isEmpty();
        assertThat(desk().reading.voidMadeBy(CAMILLE.id(), desk().clock.instant()))
                .extracting(Booking::id)
                .containsExactly(asked.id());
        assertThat(desk().reading
                        .voidMadeBy(
                                CAMILLE.id(), asked.occurrences().get(0).time().end()))
                .isEmpty();
        assertThat(desk().reading.voidMadeBy(NADIA.id(), desk().clock.instant()))
                .isEmpty();
    }

    @Test
    default void theSameDecisionAgainChangesNothingAndAnotherIsRefused() {
        Booking asked = asked();
        Booking declined = done(desk().approving.decline(MANAGER, asked.id(), "No"));

        assertThat(done(desk().approving.decline(MANAGER, asked.id(), "No")).version())
                .isEqualTo(declined.version());
        assertRefused(desk().approving.decline(ADMINISTRATOR, asked.id(), "Never"), ReasonCode.NOT_ALLOWED);
        assertThat(decision(desk().stored(asked)).message()).isEqualTo("No");
    }

    @Test
    default void letsOnlyManagersDecide() {
        Booking asked = asked();

        assertThatThrownBy(() -> desk().approving.approve(CAMILLE, asked.id(), ""))
                .isInstanceOf(NotYourBooking.class);
        assertThatThrownBy(() -> desk().approving.decline(NADIA, asked.id(), ""))
                .isInstanceOf(NotYourBooking.class);
        assertThat(desk().stored(asked).version()).isEqualTo(asked.version());
    }

    @Test
    default void asksAnewWhenAnApprovedBookingMoves() {
        Booking asked = asked();
        done(desk().approving.approve(MANAGER, asked.id(), ""));

        Booking moved = done(desk().change(asked, CAMILLE, at("2026-04-01T14:00")));

        assertThat(moved.state()).isEqualTo(BookingState.REQUESTED);
        assertThat(moved.status().decision()).isEmpty();
    }

    @Test
    default void lapsesOnceNobodyHasDecidedInTime() {
        Booking asked = asked();
        goTo(DEADLINE.minusSeconds(1));
        assertThat(desk().approving.lapse(asked.id())).isFalse();

        goTo(DEADLINE);
        desk().events.clear();
        assertThat(desk().approving.lapse(asked.id())).isTrue();

        Booking lapsed = desk().stored(asked);
        assertThat(lapsed.state()).isEqualTo(BookingState.DECLINED);
        assertThat(decision(lapsed)).isEqualTo(RequestDecision.lapsed(DEADLINE));
        assertThat(stored().claims(asked.id())).isEmpty();
        // Those who wait for the room hear of it.
        assertThat(desk().events)
                .containsExactly(new BookingChanged(asked.id(), BookingChanged.BookingChange.CANCELLED));
        assertThat(desk().approving.lapse(asked.id())).isFalse();
    }

    @Test
    default void aDecisionThatComesTooLateIsRefusedAndEndsTheRequest() {
        Booking asked = asked();
        goTo(DEADLINE);

        assertRefused(desk().approving.approve(MANAGER, asked.id(), ""), ReasonCode.REQUEST_LAPSED);

        assertThat(decision(desk().stored(asked)).isLapse()).isTrue();
        assertRefused(desk().approving.decline(MANAGER, asked.id(), "No"), ReasonCode.REQUEST_LAPSED);
        assertRefused(desk().change(asked, CAMILLE, at("2026-04-02T09:00")), ReasonCode.REQUEST_LAPSED);
    }

    @Test
    default void whatHasLapsedStandsInNobodysWay() {
        Booking asked = asked();
        goTo(DEADLINE.plus(Duration.ofMinutes(30)));

        desk().booked(NADIA, anOrder(COUNCIL));

        assertThat(decision(desk().stored(asked)).isLapse()).isTrue();
        stored().assertSound();
    }

    @Test
    default void aRequestThatMovesLapsesWithItsNewTime() {
        Booking asked = asked();
        done(desk().change(asked, CAMILLE, at("2026-04-02T09:00")));
        goTo(DEADLINE);

        assertThat(desk().approving.lapse(asked.id())).isFalse();
        done(desk().approving.approve(MANAGER, asked.id(), ""));
    }

    @Test
    default void ofTwoManagersOneDecides() {
        for (int round = 0; round < 20; round++) {
            stored().clear();
            Booking asked = asked();

            List<BookingResult> results = Together.all(List.<Callable<BookingResult>>of(
                    () -> desk().approving.approve(MANAGER, asked.id(), ""),
                    () -> desk().approving.decline(ADMINISTRATOR, asked.id(), "No")));

            assertThat(results).filteredOn(Outcomes::isDone).hasSize(1);
            assertThat(results)
                    .filteredOn(result -> !Outcomes.isDone(result))
                    .allSatisfy(result -> assertRefused(result, ReasonCode.NOT_ALLOWED));
            BookingState state = desk().stored(asked).state();
            assertThat(state == BookingState.CONFIRMED).isEqualTo(Outcomes.isDone(results.get(0)));
            assertThat(stored().claims(asked.id()).isEmpty()).isEqualTo(state == BookingState.DECLINED);
        }
    }

    @Test
    default void approvalAgainstTheTimeOutHasOneWinner() {
        for (int round = 0; round < 20; round++) {
            stored().clear();
            desk().clock.reset();
            Booking asked = asked();
            goTo(DEADLINE.minusMillis(1));

            List<Object> results = Together.all(
                    List.<Callable<Object>>of(() -> desk().approving.approve(MANAGER, asked.id(), ""), () -> {
                        desk().clock.advance(Duration.ofMillis(1));
                        return desk().approving.lapse(asked.id());
                    }));

            boolean isApproved = Outcomes.isDone((BookingResult) results.get(0));
            assertThat(desk().stored(asked).state())
                    .isEqualTo(isApproved ? BookingState.CONFIRMED : BookingState.DECLINED);
            if (!isApproved) {
                assertRefused((BookingResult) results.get(0), ReasonCode.REQUEST_LAPSED);
            }
            assertThat(stored().claims(asked.id()).isEmpty()).isEqualTo(!isApproved);
        }
    }
}
