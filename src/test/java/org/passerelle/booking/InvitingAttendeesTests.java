package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.inviting;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.Rooms.SEINE;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;

class InvitingAttendeesTests extends OnEmbeddedStore {

    private BookingDesk desk;

    @BeforeEach
    void furnish() {
        desk = new BookingDesk(MongoBookingsWiring.over(template()));
    }

    @Test
    void refusesAnAddressThatIsNoneOnTheInternetWhenARoomIsBooked() {
        BookingResult result =
                desk.book(CAMILLE, inviting("kim@example.org", "a@intranet").apply(anOrder(SEINE)));

        assertThat(result).isEqualTo(refused("a@intranet"));
        assertThat(desk.events).isEmpty();
    }

    @Test
    void refusesItWhenSomebodyIsAddedToABooking() {
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting("kim@example.org"));

        BookingResult result = desk.change(booking, CAMILLE, inviting("kim@example.org", "a@[127.0.0.1]"));

        assertThat(result).isEqualTo(refused("a@[127.0.0.1]"));
        assertThat(desk.stored(booking).content().attendees()).hasSize(1);
    }

    private static BookingResult refused(String address) {
        return new BookingResult.Refused(List.of(Reason.of(ReasonCode.NOT_ALLOWED, "unreachable-address", address)));
    }
}
