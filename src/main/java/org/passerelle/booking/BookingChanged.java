package org.passerelle.booking;

/** A booking was made, changed or called off; whoever cares reads it anew. */
public record BookingChanged(BookingId id, Kind kind) {

    /** What happened to it. */
    public enum Kind {
        MADE,
        CHANGED,
        CANCELLED
    }
}
