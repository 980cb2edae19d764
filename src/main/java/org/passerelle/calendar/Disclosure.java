package org.passerelle.calendar;

/** How much of a booking is written. */
enum Disclosure {
    /** Title, notes, rooms and people: the file of one booking. */
    EVERYTHING,
    /** Title, notes and rooms. */
    CONTENT,
    /** Title and rooms. */
    TITLE,
    /** That the room is taken, and when. */
    BUSY;

    boolean tellsTitle() {
        return this != BUSY;
    }

    boolean tellsNotes() {
        return this == EVERYTHING || this == CONTENT;
    }

    boolean tellsPeople() {
        return this == EVERYTHING;
    }
}
