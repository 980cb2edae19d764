package org.passerelle.api;

/** An account cannot end, or a room go, as long as it is not said what becomes of the bookings there. Answered with 409. */
public final class HasBookings extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int count;
    private final boolean ofRooms;

    /** @param count bookings ahead of somebody */
    public HasBookings(int count) {
        this(count, false);
    }

    private HasBookings(int count, boolean ofRooms) {
        super("Bookings ahead: " + count);
        this.count = count;
        this.ofRooms = ofRooms;
    }

    /** @param count bookings ahead in rooms that are to go */
    public static HasBookings inRooms(int count) {
        return new HasBookings(count, true);
    }

    /** Whether they are in rooms that are to go, rather than those of somebody who is. */
    public boolean isOfRooms() {
        return ofRooms;
    }

    public int count() {
        return count;
    }
}
