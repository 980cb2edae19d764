package org.passerelle.booking.model;

/** An edit named a version of the booking that is no longer the latest. */
public class BookingIsStale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BookingIsStale(BookingId id, long expected) {
        super("Booking " + id + " is no longer at version " + expected);
    }
}
