package org.passerelle.calendar.message;

/** Thrown when a part of a calendar cannot be understood; its message says what is wrong, for an administrator. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    Unreadable(String message) {
        super(message);
    }
}
