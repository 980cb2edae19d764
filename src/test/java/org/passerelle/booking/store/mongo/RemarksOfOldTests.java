package org.passerelle.booking.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.Rooms.COUNCIL;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;

/** Requests that were declined before decisions were stored. */
class RemarksOfOldTests extends OnEmbeddedStore {

    @Test
    void whatWasCalledOffWithARemarkWasDeclined() {
        BookingDesk desk = new BookingDesk(MongoBookingsWiring.over(template()));
        Booking cancelled = done(desk.cancel(desk.booked(CAMILLE, anOrder(COUNCIL)), CAMILLE));
        assertThat(desk.stored(cancelled).state()).isEqualTo(BookingState.CANCELLED);

        template()
                .getCollection(MongoBookings.COLLECTION)
                .updateOne(
                        Filters.eq("_id", cancelled.id().root()), Updates.set("bookings.0.remark", "The hall is let"));

        Booking read = desk.stored(cancelled);
        assertThat(read.state()).isEqualTo(BookingState.DECLINED);
        assertThat(read.status().decision())
                .contains(new RequestDecision(
                        DecisionState.DECLINED, Optional.empty(), read.status().changed(), "The hall is let"));
    }
}
