package org.passerelle.invitation;

import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.booking.model.Booking;
import org.passerelle.invitation.text.Occasion.Chair;
import org.springframework.stereotype.Component;

/** Who invites: whoever booked, by name if one is known. */
@Component
class Chairs {

    private final Accounts accounts;

    Chairs(Accounts accounts) {
        this.accounts = accounts;
    }

    Chair of(Booking booking) {
        Contact organiser = accounts.contact(booking.owner().organiser());
        return new Chair(organiser.shown(), organiser.email());
    }
}
