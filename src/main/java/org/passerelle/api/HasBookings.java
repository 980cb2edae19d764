package org.passerelle.api;

/** Somebody's account cannot end as long as it is not said what becomes of their bookings. Answered with 409. */
public final class HasBookings extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int count;

    /** @param count bookings ahead */
    public HasBookings(int count) {
        super("Bookings ahead: " + count);
        this.count = count;
    }

    public int count() {
        return count;
    }
}
