package org.passerelle.booking;

/** What to do about the dates of a series that cannot be booked. */
public enum OnConflict {
    /** Book all dates or none. */
    REJECT,
    /** Leave those dates out, and list them. */
    SKIP
}
