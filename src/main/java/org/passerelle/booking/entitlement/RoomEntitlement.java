package org.passerelle.booking.entitlement;

import java.util.List;
import java.util.Optional;
import org.passerelle.booking.caps.UsedBookings;
import org.passerelle.booking.caps.UsedHours;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.Room;
import org.passerelle.directory.permission.BookingGrant;

/**
 * What somebody may do with a room.
 *
 * @param may the freest that they may at some time
 * @param lines of whom and when, in the order in which they are read; what holds else comes last
 * @param rules of time that hold for everybody, as whoever breaks them is told
 * @param mayRequestMore whether they may ask for what is against {@code rules}
 * @param mayOverride whether they may set {@code rules} aside
 */
public record RoomEntitlement(
        Room room,
        BookingGrant may,
        List<GrantLine> lines,
        List<Reason> rules,
        List<UsedHours> hours,
        List<UsedBookings> bookings,
        boolean mayRequestMore,
        boolean mayOverride) {

    /**
     * What they may under some conditions.
     *
     * @param conditions as the details of a reason have them; nothing where it holds for all that no line before speaks of
     * @param reason as whoever is refused, or has to ask, is told; empty of what they book
     */
    public record GrantLine(BookingGrant may, List<String> conditions, Optional<Reason> reason) {}

    public RoomEntitlement {
        lines = List.copyOf(lines);
        rules = List.copyOf(rules);
        hours = List.copyOf(hours);
        bookings = List.copyOf(bookings);
    }
}
