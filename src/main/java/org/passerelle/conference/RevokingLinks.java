package org.passerelle.conference;

import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.ChangingBookings;
import org.passerelle.booking.ConferenceWish;
import org.springframework.stereotype.Component;

/** Makes the links to a booking's conference void, as when one fell into wrong hands. Everybody is then sent a new one. */
@Component
public class RevokingLinks {

    private final ChangingBookings changing;

    RevokingLinks(ChangingBookings changing) {
        this.changing = changing;
    }

    /**
     * Nothing changes for a booking without a conference.
     *
     * @throws org.passerelle.booking.UnknownBooking if there is none
     * @throws org.passerelle.booking.NotYourBooking if {@code person} may not change it
     */
    public BookingResult revoke(Person person, BookingId booking) {
        return changing.change(
                person,
                booking,
                Optional.empty(),
                order -> order.about(
                        order.content().linked(order.content().conference().map(ConferenceWish::withNewLinks))));
    }
}
