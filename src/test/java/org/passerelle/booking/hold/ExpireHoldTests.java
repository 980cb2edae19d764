package org.passerelle.booking.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;

/** A hold that nobody confirms frees its rooms when its time is over, however late that is seen. */
class ExpireHoldTests extends OnEmbeddedStore {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private BookingDesk desk;
    private ExpireHold expiry;

    @BeforeEach
    void furnish() {
        desk = new BookingDesk(MongoBookingsWiring.over(template()));
        expiry = new ExpireHold(desk.holding);
    }

    private List<DueTime> times(Booking booking) {
        return expiry.times(desk.stored(booking), desk.clock.instant());
    }

    @Test
    void isDueWhenTheHoldLapsesAndNeverTooLate() {
        Booking held = done(desk.hold(CAMILLE, anOrder(SEINE), TEN_MINUTES));
        DueTime due = new DueTime(held.id(), Optional.empty(), MutableClock.TODAY.plus(TEN_MINUTES), Instant.MAX);

        assertThat(times(held)).containsExactly(due);
        assertThat(expiry.perform(held, due)).isFalse();
        desk.clock.advance(Duration.ofDays(3));
        assertThat(times(held)).containsExactly(due);
        assertThat(expiry.perform(held, due)).isTrue();

        assertThat(desk.stored(held).state()).isEqualTo(BookingState.CANCELLED);
        assertThat(times(held)).isEmpty();
        assertThat(expiry.perform(held, due)).isFalse();
    }

    @Test
    void isNoneOfWhatIsConfirmed() {
        Booking held = done(desk.hold(CAMILLE, anOrder(SEINE), TEN_MINUTES));
        done(desk.holding.confirm(CAMILLE, held.id(), Optional.empty()));

        assertThat(times(held)).isEmpty();
    }
}
