package org.passerelle.booking.model;

import org.passerelle.account.PersonId;

/** Somebody tried to do with a booking what only others may. */
public class NotYourBooking extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYourBooking(BookingId id, PersonId person) {
        super(person + " may not do that with booking " + id);
    }
}
