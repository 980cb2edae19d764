package org.passerelle.calendar.closures;

/** Thrown when an event that came from outside cannot be understood; its message says what is wrong, for an administrator. */
final class UnreadableEvent extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableEvent(String message) {
        super(message);
    }
}
