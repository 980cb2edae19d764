package org.passerelle.closure.model;

/** What kind of thing a closure is. */
public enum ClosureType {
    /** Somebody means to shut the rooms: maintenance, an event. */
    PLANNED,
    /** The rooms cannot be used, which nobody had planned; whoever has booked is offered others at once. */
    FAILURE
}
