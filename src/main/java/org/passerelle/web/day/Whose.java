package org.passerelle.web.day;

import java.util.Locale;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.directory.Directory;

/** Whose a booking is, as far as whoever looks may know: what is not theirs to read is of others. */
enum Whose {
    MINE,
    FIRM,
    OTHERS;

    static Whose of(Booking booking, Person reader, Directory directory) {
        if (reader.id().equals(booking.owner().organiser())) {
            return MINE;
        }
        boolean isColleague = reader.organisation().isPresent()
                && reader.organisation().equals(booking.owner().organisation());
        return isColleague && new BookingAccess(reader, booking, directory).mayRead(BookingPart.CONTENT)
                ? FIRM
                : OTHERS;
    }

    /** The name of its style, and the end of the key of its word. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
