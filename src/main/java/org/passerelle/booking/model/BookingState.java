package org.passerelle.booking.model;

/** How firm a booking is. */
public enum BookingState {
    /** Kept for a short while, until confirmed or expired. */
    HELD,
    /** Waits for a site's manager. */
    REQUESTED,
    CONFIRMED,
    /** Called off, or a hold that expired. */
    CANCELLED,
    /** A request that was declined, or on which nobody decided in time; its {@code RequestDecision} says which. */
    DECLINED;

    /** Whether it holds nothing any more. */
    public boolean isVoid() {
        return this == CANCELLED || this == DECLINED;
    }

    /** Whether somebody still has to say whether it takes place. */
    public boolean isUndecided() {
        return this == HELD || this == REQUESTED;
    }
}
