package org.passerelle.directory.permission;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Who may book a room, when and for how long. Each moment of a date goes by the first line that speaks of it, and the
 * strictest of its moments counts for the date; what no line speaks of goes by who may book the room at all and whether that
 * is to be approved. Managers of the site of the room are never asked.
 *
 * @param lines in the order in which they are tried
 * @param outOfPolicy who may ask a manager for what is against the hours, lengths, notice or horizon of the room, or on a
 *     closed day (what Exchange calls {@code RequestOutOfPolicy}); nobody if it is empty
 * @param quotas of hours, that all hold at once
 * @param openBookings quotas of open bookings, likewise
 */
public record BookingPermissions(
        List<BookingPermission> lines,
        Set<Bookers> outOfPolicy,
        List<BookingQuota> quotas,
        List<OpenBookingQuota> openBookings) {

    /** The most lines of one room. */
    public static final int MOST_LINES = 50;

    public static final BookingPermissions NONE = new BookingPermissions(List.of(), Set.of(), List.of());

    /** @throws IllegalArgumentException if there are more than {@link #MOST_LINES} */
    public BookingPermissions {
        lines = List.copyOf(lines);
        outOfPolicy = Set.copyOf(outOfPolicy);
        quotas = List.copyOf(quotas);
        openBookings = List.copyOf(openBookings);
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("More than " + MOST_LINES + " permissions");
        }
    }

    /** However many bookings are open. */
    public BookingPermissions(List<BookingPermission> lines, Set<Bookers> outOfPolicy, List<BookingQuota> quotas) {
        this(lines, outOfPolicy, quotas, List.of());
    }

    /** Without quotas. */
    public BookingPermissions(List<BookingPermission> lines, Set<Bookers> outOfPolicy) {
        this(lines, outOfPolicy, List.of());
    }

    /** Whether the plain rules say all of who may book. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether somebody may ask for what is out of policy. */
    public boolean letRequestMore(Bookers.BookerGroup theirs, String bookingFor) {
        return contain(outOfPolicy, theirs, bookingFor);
    }

    static boolean contain(Collection<Bookers> who, Bookers.BookerGroup theirs, String bookingFor) {
        for (Bookers some : who) {
            if (some.contain(theirs, bookingFor)) {
                return true;
            }
        }
        return false;
    }
}
