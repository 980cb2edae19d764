package org.passerelle.closure.model;

/** What kind of thing a closure is. */
public enum ClosureType {
    /** Somebody means to shut the rooms: maintenance, an event. */
    PLANNED,
    /** The rooms cannot be used, which nobody had planned; whoever has booked is offered others at once. */
    FAILURE,
    /** The directory, or one of its calendars, has come to close days on which something is booked. The program finds these. */
    RULE,
    /**
     * Another directory was put in force, in which nobody could book where its dates are: at other hours, in a room with fewer seats,
     * in one that is gone. It shuts nothing; it says what becomes of these dates.
     */
    DIRECTORY;

    /** Whether it is the directory that keeps people out, and not the closure itself. */
    public boolean isOfTheDirectory() {
        return this == RULE || this == DIRECTORY;
    }
}
