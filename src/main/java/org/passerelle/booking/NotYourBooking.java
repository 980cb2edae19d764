package org.passerelle.booking;

import org.passerelle.account.EmailAddress;

/** Somebody tried to do with a booking what only others may. */
public class NotYourBooking extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYourBooking(BookingId id, EmailAddress person) {
        super(person + " may not do that with booking " + id);
    }
}
