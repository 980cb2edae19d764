package org.passerelle.closure.model;

/** What kind of thing a closure is. */
public enum ClosureType {
    /** Somebody means to shut the rooms: maintenance, an event. */
    PLANNED,
    /** The rooms cannot be used, which nobody had planned; whoever has booked is offered others at once. */
    FAILURE,
    /** The directory, or one of its calendars, has come to close days on which something is booked. The program finds these. */
    RULE
}
