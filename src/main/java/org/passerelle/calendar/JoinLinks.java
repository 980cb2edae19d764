package org.passerelle.calendar;

import java.net.URI;
import java.util.Optional;
import org.passerelle.booking.Booking;

/** Knows where people join the conference of a booking. */
public interface JoinLinks {

    /** Empty if it has none. The same for the same version of a booking, since calendars keep what they wrote. */
    Optional<URI> of(Booking booking);
}
