package org.passerelle.caldav.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.model.BookingId;

/**
 * An object that a program has laid into somebody's bookings.
 *
 * @param name that the program chose
 * @param uid as the program knows it; to everybody else the booking has a UID of its own
 * @param booking what became of it; empty of a draft, which holds no room
 * @param text names what the program wrote
 * @param at when it was laid there last
 * @param refusals why no room was booked
 */
public record LaidObject(
        String name, String uid, Optional<BookingId> booking, String text, Instant at, List<RoomRefusal> refusals) {

    public static final int MOST_DRAFTS = 200;

    public LaidObject {
        refusals = List.copyOf(refusals);
    }

    public boolean isDraft() {
        return booking.isEmpty();
    }

    /** The same, booked. */
    public LaidObject booked(BookingId made) {
        return new LaidObject(name, uid, Optional.of(made), text, at, List.of());
    }
}
