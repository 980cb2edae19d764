package org.passerelle.time;

/** What is wrong with a recurrence rule; an {@link InvalidRecurrence} says in which part of it. */
public enum RecurrenceFault {
    /** A part is not of the form NAME=VALUE. */
    MALFORMED,
    REPEATED_PART,
    TOO_LONG,
    UNKNOWN_PART,
    /** It repeats within a day, or says at which hours. */
    TOO_FINE,
    NO_FREQUENCY,
    UNKNOWN_FREQUENCY,
    /** By COUNT and by UNTIL. */
    TWO_ENDS,
    /** A value is none of its kind. */
    NO_VALUE,
    OUT_OF_RANGE,
    /** A part may not stand beside the others (RFC 5545 section 3.3.10). */
    CONTRADICTION
}
