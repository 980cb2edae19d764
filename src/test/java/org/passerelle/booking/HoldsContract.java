package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.PROJECTORS;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.booking.busy.BusyTime;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.refusal.ReasonCode;

/** Holds keep a room for a while, and lapse by the clock: nobody has to sweep them away. */
public interface HoldsContract {

    Duration TEN_MINUTES = Duration.ofMinutes(10);

    BookingDesk desk();

    StoredBookings stored();

    @Test
    default void keepsTheRoomUntilTheHoldLapses() {
        Booking held = done(desk().hold(CAMILLE, anOrder(SEINE), TEN_MINUTES));
        desk().clock.advance(TEN_MINUTES.minusMillis(1));
        conflicts(desk().book(NADIA, anOrder(SEINE)));

        desk().clock.advance(Duration.ofMillis(1));

        done(desk().book(NADIA, anOrder(SEINE)));
        assertThat(desk().stored(held).state()).isEqualTo(BookingState.CANCELLED);
        stored().assertSound();
    }

    @Test
    default void isTentativeWhileItLastsAndFreeAfterwards() {
        done(desk().hold(CAMILLE, anOrder(SEINE), TEN_MINUTES));
        var during = desk().busy(SEINE, "2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z");
        desk().clock.advance(TEN_MINUTES);

        var after = desk().busy(SEINE, "2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z");

        assertThat(during).extracting(BusyTime::kind).containsExactly(BusyTime.BusyKind.TENTATIVE);
        assertThat(after).isEmpty();
    }

    @Test
    default void becomesFirmWhenConfirmedInTime() {
        Booking held = done(desk().hold(CAMILLE, anOrder(SEINE), TEN_MINUTES));

        Booking firm = done(desk().holding.confirm(CAMILLE, held.id(), Optional.of(held.version())));
        desk().clock.advance(TEN_MINUTES);

        assertThat(firm.state()).isEqualTo(BookingState.CONFIRMED);
        conflicts(desk().book(NADIA, anOrder(SEINE)));
        done(desk().holding.confirm(CAMILLE, held.id(), Optional.empty()));
    }

    @Test
    default void refusesToConfirmChangeOrExtendWhatHasLapsed() {
        Booking held = done(desk().hold(CAMILLE, anOrder(SEINE), TEN_MINUTES));
        desk().clock.advance(TEN_MINUTES);

        assertRefused(desk().holding.confirm(CAMILLE, held.id(), Optional.empty()), ReasonCode.HOLD_EXPIRED);
        assertRefused(desk().change(held, CAMILLE, at("2026-04-01T10:00")), ReasonCode.HOLD_EXPIRED);
        desk().booked(NADIA, anOrder(SEINE));
        assertRefused(desk().holding.confirm(CAMILLE, held.id(), Optional.empty()), ReasonCode.HOLD_EXPIRED);
    }

    @Test
    default void asksTheManagerWhenAHoldOfARoomThatNeedsApprovalIsConfirmed() {
        Booking held = done(desk().hold(CAMILLE, anOrder(COUNCIL), TEN_MINUTES));

        Booking confirmed = done(desk().holding.confirm(CAMILLE, held.id(), Optional.empty()));

        assertThat(confirmed.state()).isEqualTo(BookingState.REQUESTED);
    }

    @Test
    default void givesTheUnitsOfLapsedHoldsToWhoeverComesNext() {
        for (int unit = 0; unit < 5; unit++) {
            done(desk().hold(CAMILLE, anOrder(PROJECTORS), TEN_MINUTES));
        }
        conflicts(desk().book(NADIA, anOrder(PROJECTORS)));

        desk().clock.advance(TEN_MINUTES);

        done(desk().book(NADIA, anOrder(PROJECTORS)));
    }

    @Test
    default void letsEverybodyInWhoFitsIntoALapsedHold() {
        for (int round = 0; round < 10; round++) {
            stored().clear();
            done(desk().hold(CAMILLE, changed(anOrder(SEINE), lasting("PT4H")), TEN_MINUTES));
            desk().clock.advance(TEN_MINUTES);
            List<Callable<BookingResult>> takers = new ArrayList<>();
            for (int hour = 9; hour < 13; hour++) {
                String start = "2026-04-01T%02d:00".formatted(hour);
                takers.add(() -> desk().book(NADIA, changed(anOrder(SEINE), at(start))));
            }

            List<BookingResult> results = Together.all(takers);

            assertThat(results).allMatch(Outcomes::isDone);
        }
    }

    @Test
    default void endsInOneWinnerWhenSomebodyConfirmsAsSomebodyTakes() {
        for (int round = 0; round < 20; round++) {
            stored().clear();
            desk().clock.reset();
            Booking held = done(desk().hold(CAMILLE, anOrder(SEINE), TEN_MINUTES));
            desk().clock.advance(TEN_MINUTES.minusMillis(1));

            List<BookingResult> results = Together.all(List.<Callable<BookingResult>>of(
                    () -> desk().holding.confirm(CAMILLE, held.id(), Optional.empty()), () -> {
                        desk().clock.advance(Duration.ofMillis(1));
                        return desk().book(NADIA, anOrder(SEINE));
                    }));

            assertThat(results).filteredOn(Outcomes::isDone).hasSize(1);
            stored().assertSound();
        }
    }

    @Test
    default void endsInOneWinnerWhenSomebodyConfirmsAsItExpires() {
        for (int round = 0; round < 20; round++) {
            stored().clear();
            desk().clock.reset();
            Booking held = done(desk().hold(CAMILLE, anOrder(SEINE), TEN_MINUTES));
            desk().clock.advance(TEN_MINUTES.minusMillis(1));

            List<Object> results = Together.all(List.<Callable<Object>>of(
                    () -> desk().holding.confirm(CAMILLE, held.id(), Optional.empty()), () -> {
                        desk().clock.advance(Duration.ofMillis(1));
                        return desk().holding.release(held.id());
                    }));

            BookingResult confirmed = (BookingResult) results.get(0);
            assertThat(results.get(1)).isEqualTo(!Outcomes.isDone(confirmed));
            assertThat(desk().stored(held).state())
                    .isEqualTo(Outcomes.isDone(confirmed) ? BookingState.CONFIRMED : BookingState.CANCELLED);
            if (!Outcomes.isDone(confirmed)) {
                assertRefused(confirmed, ReasonCode.HOLD_EXPIRED);
            }
            assertThat(stored().claims(held.id()).isEmpty()).isEqualTo(!Outcomes.isDone(confirmed));
        }
    }

    @Test
    default void releasesOnlyWhatHasLapsed() {
        Booking held = done(desk().hold(CAMILLE, anOrder(SEINE), TEN_MINUTES));

        assertThat(desk().holding.release(held.id())).isFalse();
        BookingState before = desk().stored(held).state();
        desk().clock.advance(TEN_MINUTES);
        assertThat(desk().holding.release(held.id())).isTrue();
        assertThat(desk().holding.release(held.id())).isFalse();

        assertThat(before).isEqualTo(BookingState.HELD);
        assertThat(desk().stored(held).state()).isEqualTo(BookingState.CANCELLED);
        assertThat(desk().bookings.held()).isEmpty();
    }
}
