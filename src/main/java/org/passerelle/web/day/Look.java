package org.passerelle.web.day;

import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.directory.Directory;

/** Who looks at what, and in which language. */
record Look(Person person, Directory directory, Locale locale) {

    /** Whether they are told what {@code booking} is about. */
    boolean mayRead(Booking booking) {
        return new BookingAccess(person, booking, directory).mayRead(BookingPart.CONTENT);
    }

    /** What {@code booking} is about, if they are told. */
    Optional<String> title(Booking booking) {
        return new BookingAccess(person, booking, directory).mayRead(BookingPart.CONTENT)
                ? Optional.of(booking.content().title())
                : Optional.empty();
    }

    /** Whether they may change its times and rooms. */
    boolean mayRun(Booking booking) {
        return new BookingAccess(person, booking, directory).mayRun();
    }

    Whose whose(Booking booking) {
        return Whose.of(booking, person, directory);
    }
}
