package org.passerelle.suites;

import org.passerelle.booking.Booking;
import org.passerelle.directory.Codec;
import org.passerelle.directory.Endpoint;

/** Whether what stands in a room, for everybody who walks in to read, may say what a booking is about and who called it. */
public final class ShownTitles {

    private ShownTitles() {}

    /** @param endpoint of the room */
    public static boolean mayShow(Booking booking, Endpoint endpoint) {
        return switch (booking.content().visibility()) {
            case PRIVATE -> false;
            case ORGANISATION -> endpoint.codec().filter(Codec::showsTitles).isPresent();
            case PUBLIC -> true;
        };
    }
}
