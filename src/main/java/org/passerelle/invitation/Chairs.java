package org.passerelle.invitation;

import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.Booking;
import org.passerelle.invitation.letter.Occasion.Chair;
import org.springframework.stereotype.Component;

/** Who invites: whoever booked, by name if they still have an account. */
@Component
class Chairs {

    private final Accounts accounts;

    Chairs(Accounts accounts) {
        this.accounts = accounts;
    }

    Chair of(Booking booking) {
        EmailAddress organiser = booking.owner().organiser();
        return new Chair(accounts.person(organiser).map(Person::name).orElse(organiser.value()), organiser);
    }
}
