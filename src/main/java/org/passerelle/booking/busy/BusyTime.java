package org.passerelle.booking.busy;

import org.passerelle.booking.model.BookingState;
import org.passerelle.time.Interval;

/** A stretch of time in which a room cannot be had, and how firmly. */
public record BusyTime(Interval interval, BusyKind kind) {

    /** In rising order of firmness; the firmer one covers the other. */
    public enum BusyKind {
        /** The room is shut. */
        UNAVAILABLE,
        TENTATIVE,
        BUSY
    }

    static BusyKind of(BookingState state) {
        return state == BookingState.CONFIRMED ? BusyKind.BUSY : BusyKind.TENTATIVE;
    }
}
