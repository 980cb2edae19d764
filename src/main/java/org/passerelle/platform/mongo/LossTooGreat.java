package org.passerelle.platform.mongo;

/**
 * What is lost of a damaged store decides who has which room, so that nothing can be gone on with: the numbers that the
 * claims of bookings are made of. New ones would not meet those of the bookings that are left.
 */
public final class LossTooGreat extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LossTooGreat() {
        super("The numbers of the rooms are lost, and bookings are left");
    }
}
