package org.passerelle.booking.model;

/** Who may read what a booking is about; that a room is busy is public always. */
public enum Visibility {
    /** The organiser only. */
    PRIVATE,
    /** The organiser's organisation, and the managers of the sites concerned. */
    ORGANISATION,
    /** Everybody with an account. */
    PUBLIC
}
