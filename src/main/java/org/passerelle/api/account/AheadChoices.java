package org.passerelle.api.account;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.InvalidRequest;
import org.passerelle.booking.RemovingPeople.BookingsAhead;
import org.springframework.stereotype.Component;

/** Reads what becomes of the bookings of somebody who leaves. */
@Component
class AheadChoices {

    private final Accounts accounts;

    AheadChoices(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What can be said. */
    private enum AheadChoice {
        CANCEL,
        HAND_OVER
    }

    /**
     * @param bookings what becomes of them; null if it is not said
     * @param to the address of whoever gets them; null unless they are handed over
     * @param mayBeNamed who may get them; anybody else is as unknown as nobody
     */
    BookingsAhead read(
            EmailAddress leaving, @Nullable String bookings, @Nullable String to, Predicate<Person> mayBeNamed) {
        if (bookings == null) {
            return new BookingsAhead.Unsaid();
        }
        AheadChoice choice = Fields.quietly(bookings, AheadChoice::valueOf)
                .orElseThrow(() -> new InvalidRequest("bookings", "bookings-ahead"));
        return switch (choice) {
            case CANCEL -> new BookingsAhead.Cancel();
            case HAND_OVER -> new BookingsAhead.HandOver(colleague(leaving, to, mayBeNamed));
        };
    }

    private Person colleague(EmailAddress leaving, @Nullable String to, Predicate<Person> mayBeNamed) {
        Fields errors = new Fields();
        Optional<EmailAddress> address = errors.parsed("to", to, EmailAddress::new, "email.form");
        errors.requireNone();
        return address.filter(other -> !other.equals(leaving))
                .flatMap(accounts::person)
                .filter(mayBeNamed)
                .orElseThrow(() -> new InvalidRequest("to", "hand-over.colleague"));
    }
}
