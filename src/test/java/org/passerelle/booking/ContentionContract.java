package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.skipping;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.GRAND_SALON;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.VISIO;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.model.BookingOrder;

/** Many at once: exactly those win who get along with each other. */
public interface ContentionContract {

    BookingDesk desk();

    StoredBookings stored();

    private List<BookingResult> together(List<BookingOrder> orders) {
        return Together.all(orders.stream()
                .<Callable<BookingResult>>map(order -> () -> desk().book(CAMILLE, order))
                .toList());
    }

    @Test
    default void letsOneOfManyHaveTheSlot() {
        List<BookingResult> results = together(Collections.nCopies(32, anOrder(SEINE)));

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(1);
        assertThat(results)
                .filteredOn(result -> !Outcomes.isDone(result))
                .allSatisfy(result -> assertThat(conflicts(result)).hasSize(1));
        assertThat(stored().count()).isEqualTo(1);
    }

    @Test
    default void letsACompatibleSetOfOverlappingSlotsWin() {
        List<BookingOrder> orders = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            LocalDateTime start = LocalDateTime.parse(Orders.START).plusMinutes(20L * (i % 16));
            orders.add(changed(anOrder(SEINE), at(start.toString())));
        }

        List<BookingResult> results = together(orders);

        stored().assertSound();
        List<Booking> won =
                results.stream().filter(Outcomes::isDone).map(Outcomes::done).toList();
        assertThat(stored().count()).isEqualTo(won.size());
        for (int i = 0; i < orders.size(); i++) {
            if (!Outcomes.isDone(results.get(i))) {
                assertThat(conflicts(results.get(i)))
                        .allSatisfy(conflict -> assertThat(won)
                                .anyMatch(booking ->
                                        booking.occurrences().get(0).time().equals(conflict.taken())));
            }
        }
    }

    @Test
    default void booksAllRoomsOrNoneWhenManyShareOne() {
        List<BookingOrder> orders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            orders.add(anOrder(SEINE, VISIO));
            orders.add(anOrder(ALMONT, VISIO));
            orders.add(anOrder(GRAND_SALON));
        }

        List<BookingResult> results = together(orders);

        assertThat(results).filteredOn(Outcomes::isDone).hasSizeBetween(1, 2);
        assertThat(stored().all())
                .allMatch(booking -> booking.occurrences().get(0).rooms().size()
                        == booking.rooms().size());
        stored().assertSound();
    }

    @Test
    default void movesOneOfManyIntoTheSameGap() {
        List<Booking> bookings = new ArrayList<>();
        for (int day = 1; day <= 16; day++) {
            LocalDate date = LocalDate.of(2026, 6, 1).plusWeeks(day);
            bookings.add(desk().booked(CAMILLE, anOrder(SEINE), at(date + "T09:00")));
        }

        List<BookingResult> results = Together.all(bookings.stream()
                .<Callable<BookingResult>>map(booking -> () -> desk().change(booking, CAMILLE, at("2026-04-01T09:00")))
                .toList());

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(1);
        assertThat(desk().busy(SEINE, "2026-06-01T00:00:00Z", "2026-12-01T00:00:00Z"))
                .hasSize(15);
        stored().assertSound();
    }

    @Test
    default void leavesOutWhatSomebodyElseIsTakingAtTheSameTime() {
        List<BookingResult> results = together(Collections.nCopies(
                6, changed(anOrder(SEINE), every("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=20"), skipping())));
        List<BookingResult> single = together(List.of(anOrder(SEINE)));

        assertThat(results).filteredOn(Outcomes::isDone).isNotEmpty();
        assertThat(stored().all().stream()
                        .mapToLong(each -> each.occupying().count())
                        .sum())
                .isEqualTo(20);
        assertThat(single).noneMatch(Outcomes::isDone);
        stored().assertSound();
    }

    @Test
    default void changesTheTextManyTimesWithoutLosingAnEdit() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        Callable<BookingResult> edit = () -> desk().change(
                        made,
                        CAMILLE,
                        order -> changed(order, called(order.content().title() + "+")));

        List<BookingResult> results = Together.all(Collections.nCopies(6, edit));

        assertThat(results).allMatch(Outcomes::isDone);
        assertThat(desk().stored(made).content().title()).isEqualTo("Comité++++++");
        assertThat(desk().stored(made).version()).isEqualTo(7);
    }

    @Test
    default void neverLetsAnybodyInBetweenWhileASeriesIsCut() {
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=12"));
        AtomicBoolean cutting = new AtomicBoolean(true);
        Callable<Integer> taker = () -> {
            int taken = 0;
            for (int week = 0; cutting.get(); week = (week + 1) % 12) {
                LocalDate day = LocalDate.of(2026, 4, 1).plusWeeks(week);
                BookingResult result = desk().book(NADIA, changed(anOrder(SEINE), at(day + "T09:00")));
                taken += Outcomes.isDone(result) ? 1 : 0;
            }
            return taken;
        };
        Callable<Integer> cutter = () -> {
            try {
                Booking part = series;
                for (int week = 1; week < 12; week++) {
                    Instant cut = part.occurrences().get(1).recurrenceId();
                    part = done(desk().changing
                            .changeFollowing(CAMILLE, part.id(), cut, Optional.empty(), called("Part " + week)));
                }
                return 0;
            } finally {
                cutting.set(false);
            }
        };

        List<Integer> taken = Together.all(List.of(taker, taker, taker, cutter));

        assertThat(taken).containsOnly(0);
        assertThat(stored().all())
                .hasSize(12)
                .allMatch(part -> part.occurrences().size() == 1);
        stored().assertSound();
    }

    @Test
    default void letsOneOfTwoEditsOfTheSameVersionWin() {
        Booking made = desk().booked(CAMILLE, anOrder(SEINE));
        Callable<Boolean> edit = () -> {
            try {
                return Outcomes.isDone(
                        desk().changing.change(CAMILLE, made.id(), Optional.of(1L), at("2026-04-01T14:00")));
            } catch (BookingIsStale stale) {
                return false;
            }
        };

        List<Boolean> results = Together.all(Collections.nCopies(4, edit));

        assertThat(results).containsOnlyOnce(true);
        done(desk().book(LOUIS, anOrder(SEINE)));
    }
}
