package org.passerelle.time;

/** What people book who do not book by the hour; from when until when, the {@link HalfDays} of the place tell. */
public enum DayPart {
    MORNING,
    AFTERNOON,
    /** The full day, lunch included. */
    DAY
}
