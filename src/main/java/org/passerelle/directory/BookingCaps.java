package org.passerelle.directory;

import java.util.Map;

/**
 * How much of the network one person, and one organisation, may take at a time, so that nobody can block it for others.
 *
 * @param person of a member
 * @param manager of a site's manager or the administrator
 * @param organisation of one that {@code organisations} does not name; what its people have counts for it too
 * @param organisations by id
 */
public record BookingCaps(Cap person, Cap manager, Cap organisation, Map<String, Cap> organisations) {

    /** Where a file says nothing. A claim is five minutes of a room, so 100,000 of them are 8,333 hours. */
    public static final BookingCaps DEFAULT = new BookingCaps(
            new Cap(5, 500, 100_000, 120),
            new Cap(20, 2_000, 400_000, 480),
            new Cap(50, 5_000, 1_000_000, 1_200),
            Map.of());

    /** Of a directory that nobody wrote a file for. */
    public static final BookingCaps NONE = new BookingCaps(Cap.UNLIMITED, Cap.UNLIMITED, Cap.UNLIMITED, Map.of());

    public BookingCaps {
        organisations = Map.copyOf(organisations);
    }

    /**
     * The caps of one.
     *
     * @param holds rooms held and not confirmed yet
     * @param openBookings bookings with a date that is not over; a series is one
     * @param claimsAhead five minutes of a room each, buffers included, from today on
     * @param bookingsAnHour bookings made; so many may come at once, then they are given out evenly
     */
    public record Cap(int holds, int openBookings, int claimsAhead, int bookingsAnHour) {

        public static final int NO_LIMIT = Integer.MAX_VALUE;

        /** The most holds that a cap can allow; more need {@link #NO_LIMIT}. */
        public static final int MOST_HOLDS = 500;

        static final Cap UNLIMITED = new Cap(NO_LIMIT, NO_LIMIT, NO_LIMIT, NO_LIMIT);
    }

    /** Of the organisation with that id. */
    public Cap of(String organisationId) {
        return organisations.getOrDefault(organisationId, organisation);
    }
}
