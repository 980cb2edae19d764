package org.passerelle.booking.model;

/** How far one occurrence has come. */
public enum OccurrenceState {
    PLANNED,
    CHECKED_IN,
    /** Over before its time; what was left of it is free. */
    ENDED,
    /** Given back because nobody came. */
    RELEASED,
    CANCELLED;

    /** Whether the occurrence still holds its rooms. */
    public boolean occupies() {
        return this == PLANNED || this == CHECKED_IN || this == ENDED;
    }
}
