package org.passerelle.booking.busy;

import org.passerelle.booking.model.BookingState;
import org.passerelle.time.Interval;

/** A stretch of time in which a room cannot be had, and how firmly. */
public record BusyTime(Interval interval, Kind kind) {

    /** In rising order of firmness; the firmer one covers the other. */
    public enum Kind {
        /** The room is shut. */
        UNAVAILABLE,
        TENTATIVE,
        BUSY
    }

    static Kind of(BookingState state) {
        return state == BookingState.CONFIRMED ? Kind.BUSY : Kind.TENTATIVE;
    }
}
