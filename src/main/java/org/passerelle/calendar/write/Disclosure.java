package org.passerelle.calendar.write;

/** How much of a booking is written. */
public enum Disclosure {
    /** Title, notes, rooms and people: the file of one booking. */
    EVERYTHING,
    /** Title, notes, rooms and who organises, but nobody invited: what is mailed to whoever organises it (RFC 5546 section 3.2.1). */
    PUBLISHED,
    /** Title, notes, rooms, and in words who comes: the calendar of whoever organises it. */
    OWN,
    /** Title, notes and rooms. */
    CONTENT,
    /** Title and rooms. */
    TITLE,
    /** Which of a place's rooms are taken, and when; nobody's title. */
    ROOMS,
    /** That the room is taken, and when. */
    BUSY;

    boolean tellsTitle() {
        return this != BUSY && this != ROOMS;
    }

    boolean tellsRooms() {
        return this != BUSY;
    }

    public boolean tellsNotes() {
        return this == EVERYTHING || this == PUBLISHED || this == OWN || this == CONTENT;
    }

    boolean tellsAnswers() {
        return this == OWN;
    }

    boolean tellsOrganiser() {
        return this == EVERYTHING || this == PUBLISHED;
    }

    boolean tellsPeople() {
        return this == EVERYTHING;
    }
}
