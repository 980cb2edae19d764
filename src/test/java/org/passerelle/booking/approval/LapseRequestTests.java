package org.passerelle.booking.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;

/** The time-out of a request is found from the booking as it stands. */
class LapseRequestTests extends OnEmbeddedStore {

    private BookingDesk desk;
    private LapseRequest lapsing;

    @BeforeEach
    void begin() {
        desk = new BookingDesk(MongoBookingsWiring.over(template()));
        lapsing = new LapseRequest(desk.approving, Rooms::directory);
    }

    private Iterable<Instant> times(Booking booking) {
        return lapsing.times(booking, desk.clock.instant()).stream()
                .map(DueTime::at)
                .toList();
    }

    @Test
    void followsARequestThatMoves() {
        Booking asked = desk.booked(CAMILLE, anOrder(COUNCIL));
        assertThat(times(asked)).containsExactly(Instant.parse("2026-04-01T05:00:00Z"));

        Booking moved = done(desk.change(asked, CAMILLE, at("2026-04-08T09:00")));

        assertThat(times(moved)).containsExactly(Instant.parse("2026-04-08T05:00:00Z"));
    }

    @Test
    void thereIsNoneOfWhatNeedsNobodyIsDecidedOrCalledOff() {
        Booking asked = desk.booked(CAMILLE, anOrder(COUNCIL));

        assertThat(times(desk.booked(CAMILLE, anOrder(SEINE)))).isEmpty();
        assertThat(times(done(desk.approving.approve(MANAGER, asked.id(), "")))).isEmpty();
        assertThat(times(done(desk.cancel(asked, CAMILLE)))).isEmpty();
    }

    @Test
    void isNeverTooLate() {
        Booking asked = desk.booked(CAMILLE, anOrder(COUNCIL));
        DueTime due = lapsing.times(asked, desk.clock.instant()).get(0);

        assertThat(due.latest()).isEqualTo(Instant.MAX);
        desk.clock.advance(Duration.ofDays(100));
        assertThat(lapsing.perform(asked, due)).isTrue();
        assertThat(desk.stored(asked).state()).isEqualTo(BookingState.DECLINED);
        assertThat(lapsing.perform(asked, due)).isFalse();
    }
}
