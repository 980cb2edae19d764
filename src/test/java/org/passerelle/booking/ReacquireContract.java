package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Orders.reacquiring;
import static org.passerelle.booking.Orders.skipping;
import static org.passerelle.booking.Orders.substituting;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.FORUM;
import static org.passerelle.booking.Rooms.PROJECTORS;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.Person;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.DateOutcome;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;

/** How dates whose room was taken come by it once it is free. */
public interface ReacquireContract {

    String SECOND = "2026-04-08T09:00";
    Instant SECOND_DATE = Instant.parse("2026-04-08T07:00:00Z");

    BookingDesk desk();

    StoredBookings stored();

    private Booking series(Person person, UnaryOperator<BookingOrder> onConflict) {
        return desk().booked(person, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"), onConflict);
    }

    private Booking inTheWay() {
        return desk().booked(NADIA, anOrder(SEINE), at(SECOND));
    }

    private void assertWon(Booking series) {
        assertThat(desk().stored(series).skipped()).isEmpty();
        assertThat(desk().stored(series).occurrences())
                .hasSize(3)
                .allSatisfy(date -> assertThat(date.rooms()).containsExactly(SEINE.id()))
                .allMatch(date -> date.outcome() == DateOutcome.KEPT);
        stored().assertSound();
    }

    @Test
    default void winsBackADateThatWasLeftOut() {
        desk().regain();
        Booking other = inTheWay();
        Booking series = series(CAMILLE, skipping());

        desk().cancel(other, NADIA);

        assertWon(series);
        assertThat(desk().stored(series).version()).isEqualTo(series.version() + 1);
        assertThat(desk().stored(series).status().sequence()).isEqualTo(1);
        assertThat(desk().events).contains(new BookingChanged(series.id(), BookingChanged.BookingChange.CHANGED));
    }

    @Test
    default void goesBackToTheRoomThatWasWished() {
        desk().regain();
        Booking other = inTheWay();
        Booking series = series(CAMILLE, substituting());

        done(desk().change(other, NADIA, inRooms(PROJECTORS)));

        assertWon(series);
        desk().booked(LOUIS, anOrder(ALMONT), at(SECOND));
    }

    @Test
    default void winsBackWhatAnEarlyEndAHoldOrAMoveFrees() {
        desk().regain();
        BookingResult hold = desk().hold(NADIA, Orders.changed(anOrder(SEINE), at(SECOND)), Duration.ofMinutes(10));
        Booking series = series(CAMILLE, skipping());

        desk().clock.advance(Duration.ofMinutes(11));
        desk().holding.release(done(hold).id());

        assertWon(series);
    }

    @Test
    default void winsBackOnlyWhatIsFree() {
        desk().regain();
        Booking other = desk().booked(NADIA, anOrder(SEINE), at(SECOND), every("FREQ=WEEKLY;COUNT=2"));
        Booking series = series(CAMILLE, skipping());
        assertThat(series.skipped()).hasSize(2);

        desk().cancelling.cancelDate(NADIA, other.id(), SECOND_DATE, Optional.empty());

        assertThat(desk().stored(series).skipped()).hasSize(1);
        assertThat(desk().stored(series).occurrence(SECOND_DATE)).isPresent();
        stored().assertSound();
    }

    @Test
    default void winsBackInTheEndWhatSeveralStoodInTheWayOf() {
        desk().regain();
        Booking early = inTheWay();
        Booking late = desk().booked(NADIA, anOrder(SEINE), at("2026-04-08T10:00"));
        Booking series = desk().booked(
                        CAMILLE, anOrder(SEINE), Orders.lasting("PT2H"), every("FREQ=WEEKLY;COUNT=3"), skipping());

        desk().cancel(early, NADIA);
        assertThat(desk().stored(series).skipped()).hasSize(1);
        desk().cancel(late, NADIA);

        assertWon(series);
    }

    @Test
    default void winsNothingBackForWhoeverDoesNotWishIt() {
        desk().regain();
        Booking other = inTheWay();
        Booking series =
                desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"), skipping(), reacquiring(false));

        desk().cancel(other, NADIA);
        assertThat(desk().stored(series)).isEqualTo(series);

        done(desk().change(series, CAMILLE, reacquiring(true)));
        assertWon(series);
    }

    @Test
    default void keepsTheWishSwitchedOffWhateverElseChanges() {
        desk().regain();
        Booking other = inTheWay();
        Booking series = series(CAMILLE, skipping());

        done(desk().change(series, CAMILLE, reacquiring(false)));
        Booking edited = done(desk().change(series, CAMILLE, called("Other")));
        desk().cancel(other, NADIA);

        assertThat(edited.dates().reacquire()).isFalse();
        assertThat(desk().stored(series)).isEqualTo(edited);
    }

    @Test
    default void leavesADateThatSomebodyCalledOffAlone() {
        desk().regain();
        Booking other = inTheWay();
        Booking series = series(CAMILLE, substituting());
        done(desk().cancelling.cancelDate(CAMILLE, series.id(), SECOND_DATE, Optional.empty()));

        desk().cancel(other, NADIA);

        assertThat(desk().stored(series).occurrence(SECOND_DATE))
                .map(Occurrence::state)
                .contains(OccurrenceState.CANCELLED);
        desk().booked(LOUIS, anOrder(SEINE), at(SECOND));
    }

    @Test
    default void leavesADateThatSomebodyMovedWhereItIs() {
        desk().regain();
        Booking other = inTheWay();
        Booking series = series(CAMILLE, substituting());
        done(desk().moveDate(series, CAMILLE, SECOND_DATE.toString(), "2026-04-08T07:30:00Z"));

        desk().cancel(other, NADIA);

        assertThat(desk().stored(series).occurrence(SECOND_DATE))
                .map(Occurrence::rooms)
                .contains(List.of(ALMONT.id()));
    }

    @Test
    default void winsNothingBackForABookingThatIsCancelled() {
        desk().regain();
        Booking other = inTheWay();
        Booking series = series(CAMILLE, skipping());
        done(desk().cancel(series, CAMILLE));

        desk().cancel(other, NADIA);

        desk().booked(LOUIS, anOrder(SEINE), at(SECOND));
    }

    @Test
    default void winsNothingBackThatHasBegun() {
        desk().regain();
        Booking other = inTheWay();
        Booking series = series(CAMILLE, skipping());
        desk().clock.advance(Duration.between(desk().clock.instant(), SECOND_DATE.plusSeconds(60)));

        done(desk().cancel(other, NADIA));

        assertThat(desk().stored(series)).isEqualTo(series);
    }

    @Test
    default void givesWhatIsFreedToOneOfTwoWhoWishForIt() {
        desk().regain();
        Booking other = inTheWay();
        Booking first = series(CAMILLE, skipping());
        Booking second = desk().booked(LOUIS, anOrder(SEINE), at(SECOND), every("FREQ=WEEKLY;COUNT=3"), substituting());

        desk().cancel(other, NADIA);

        assertThat(desk().stored(first).skipped()).isEmpty();
        assertThat(desk().stored(second).occurrence(SECOND_DATE))
                .map(Occurrence::outcome)
                .contains(DateOutcome.SUBSTITUTED);
        stored().assertSound();
    }

    @Test
    default void comesToRestWhenTwoWishForWhatTheOtherHas() {
        desk().regain();
        Booking inSeine = desk().booked(NADIA, anOrder(SEINE), at(SECOND));
        desk().booked(NADIA, anOrder(ALMONT), at(SECOND));
        Booking wantsSeine = series(CAMILLE, substituting());
        Booking wantsForum = desk().booked(LOUIS, anOrder(FORUM), at(SECOND), substituting());
        assertThat(wantsForum.occurrences()).allMatch(date -> date.outcome() == DateOutcome.SUBSTITUTED);

        desk().cancel(inSeine, NADIA);

        assertWon(wantsSeine);
        assertThat(desk().stored(wantsForum).occurrences()).allMatch(date -> date.outcome() == DateOutcome.KEPT);
        assertThat(desk().stored(wantsForum).version()).isEqualTo(wantsForum.version() + 1);
    }

    @Test
    default void winsBackAUnitOfAPool() {
        desk().regain();
        Booking four = desk().booked(NADIA, anOrder(PROJECTORS, PROJECTORS, PROJECTORS, PROJECTORS), at(SECOND));
        Booking one = desk().booked(NADIA, anOrder(PROJECTORS), at(SECOND));
        Booking series = desk().booked(CAMILLE, anOrder(SEINE, PROJECTORS), every("FREQ=WEEKLY;COUNT=3"), skipping());

        desk().cancel(one, NADIA);

        assertThat(desk().stored(series).skipped()).isEmpty();
        assertThat(desk().stored(four).isVoid()).isFalse();
        stored().assertSound();
    }

    @Test
    default void winsNothingBackThatWouldHaveToBeApprovedAnew() {
        desk().regain();
        Booking other = desk().booked(MANAGER, anOrder(COUNCIL), at(SECOND));
        Booking series = desk().booked(CAMILLE, anOrder(COUNCIL), every("FREQ=WEEKLY;COUNT=3"), skipping());
        done(desk().approving.approve(MANAGER, series.id(), ""));

        desk().cancel(other, MANAGER);

        assertThat(desk().stored(series).state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(desk().stored(series).skipped()).hasSize(1);
    }

    @Test
    default void findsItsWishesAgainAfterARestart() {
        Booking other = inTheWay();
        Booking series = series(CAMILLE, skipping());
        Booking gone = series(LOUIS, order -> Orders.changed(order, at("2026-04-01T14:00")));
        desk().cancel(other, NADIA);
        assertThat(desk().stored(series).skipped()).hasSize(1);

        desk().regain().lookAtAll();

        assertWon(series);
        assertThat(desk().stored(gone)).isEqualTo(gone);
        assertThat(desk().bookings.missingRooms()).doesNotContain(series.id());
    }

    @Test
    default void keepsOneHolderOfEachRoomWhileEightClientsBookAndCancel() {
        desk().regain();
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int client = 0; client < 8; client++) {
            Random random = new Random(client);
            clients.add(() -> bookAndCancel(random));
        }

        int made = Together.all(clients).stream().mapToInt(Integer::intValue).sum();
        desk().regain().lookAtAll();

        assertThat(made).isPositive();
        stored().assertSound();
        stored().all().stream()
                .flatMap(booking -> booking.missed(desk().clock.instant()).stream()
                        .filter(date -> desk().busy(SEINE, date).isEmpty()))
                .forEach(date -> {
                    throw new AssertionError("Free and not won back: " + date);
                });
    }

    private int bookAndCancel(Random random) {
        int made = 0;
        List<Booking> mine = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            if (!mine.isEmpty() && random.nextInt(3) == 0) {
                desk().cancel(mine.remove(random.nextInt(mine.size())), CAMILLE);
            } else {
                String start = "2026-04-0%dT09:00".formatted(1 + random.nextInt(3));
                BookingResult result = desk().book(
                                CAMILLE,
                                Orders.changed(
                                        anOrder(SEINE),
                                        at(start),
                                        every("FREQ=DAILY;COUNT=3;BYDAY=MO,TU,WE,TH,FR"),
                                        random.nextBoolean() ? skipping() : substituting()));
                if (result instanceof BookingResult.Done done) {
                    mine.add(done.booking());
                    made++;
                }
            }
        }
        return made;
    }
}
