package org.passerelle.booking.model;

/** What to do about the dates of a series that cannot be booked. */
public enum OnConflict {
    /** Book all dates or none. */
    REJECT,
    /** Leave those dates out, and list them. */
    SKIP,
    /** Have another suitable room of the same site on those dates where one is free; leave out the others. */
    SUBSTITUTE
}
