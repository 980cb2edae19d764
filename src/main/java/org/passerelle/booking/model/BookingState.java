package org.passerelle.booking.model;

/** How firm a booking is. */
public enum BookingState {
    /** Kept for a short while, until confirmed or expired. */
    HELD,
    /** Waits for a site's manager. */
    REQUESTED,
    CONFIRMED,
    CANCELLED
}
