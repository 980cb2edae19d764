package org.passerelle.web.privacy;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.RemovingPeople.BookingsAhead;

/**
 * What becomes of the bookings of somebody who is erased, or whose access ends, as the form says it.
 *
 * @param bookings {@code CALL_OFF} or {@code HAND_OVER}
 * @param to the address of whoever gets them
 */
public record LeavingForm(String bookings, String to) {

    public LeavingForm {
        bookings = orEmpty(bookings);
        to = orEmpty(to).strip();
    }

    /** Spring gives null for what was not sent. */
    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Whether it says what becomes of them. */
    public boolean isSaid() {
        return !bookings.isEmpty();
    }

    /** Empty if the person to whom they are handed over is nobody who may be named. */
    public Optional<BookingsAhead> ahead(Accounts accounts, Predicate<Person> mayBeNamed) {
        return switch (bookings) {
            case "CALL_OFF" -> Optional.of(new BookingsAhead.Cancel());
            case "HAND_OVER" ->
                EmailAddress.parse(to)
                        .flatMap(accounts::person)
                        .filter(mayBeNamed)
                        .map(BookingsAhead.HandOver::new);
            default -> Optional.of(new BookingsAhead.Unsaid());
        };
    }
}
