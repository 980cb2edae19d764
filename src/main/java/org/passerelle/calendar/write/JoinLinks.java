package org.passerelle.calendar.write;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.model.Booking;

/** Knows where people and rooms join the conference of a booking. */
public interface JoinLinks {

    /**
     * Empty if it has none. The same for the same version of a booking, since calendars keep what they wrote; one for all
     * dates of a series.
     */
    Optional<URI> of(Booking booking, Joining who);

    /**
     * What a suite can dial, each a line of its own such as {@code sip:room@host.example}, by which programs that read the
     * calendars of rooms find it. Without a PIN.
     */
    default List<String> dialLines(Booking booking) {
        return List.of();
    }
}
