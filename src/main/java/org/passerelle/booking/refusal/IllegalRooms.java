package org.passerelle.booking.refusal;

/** A choice of rooms that makes no sense by itself, such as the same room twice. */
public class IllegalRooms extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public IllegalRooms(String message) {
        super(message);
    }
}
