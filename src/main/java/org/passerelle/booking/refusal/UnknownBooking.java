package org.passerelle.booking.refusal;

/** No booking, or no date of a booking, has that name. */
public class UnknownBooking extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownBooking(String name) {
        super("No booking " + name);
    }
}
