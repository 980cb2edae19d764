package org.passerelle.closure.model;

/** What becomes of the bookings that a closure hits. */
public enum OnBookings {
    /** They stay where they are. */
    KEEP,
    /** Their dates within the closure are called off, and the organiser is told why. */
    CANCEL,
    /** The organiser is offered another room, or another time; until they take it the date stays where it is. */
    PROPOSE
}
