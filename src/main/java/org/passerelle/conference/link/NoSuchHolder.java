package org.passerelle.conference.link;

import org.passerelle.booking.model.BookingId;

/** Whoever was named has no link to that conference: they are not invited, or the room does not take part. */
public class NoSuchHolder extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchHolder(BookingId booking) {
        super("Nobody of that name has a link to the conference of booking " + booking);
    }
}
