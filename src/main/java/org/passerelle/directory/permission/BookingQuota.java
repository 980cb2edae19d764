package org.passerelle.directory.permission;

import java.time.Duration;

/**
 * How many hours of some rooms together one may have in a while.
 *
 * @param scope where it stands in the directory: the network, or a site or a room by its id; its rooms are counted together
 * @param per whose hours are counted together
 * @param hours of rooms; a date counts for each of its rooms
 * @param period as the clocks of each room's site count it; weeks begin on Monday. A date counts where it starts
 */
public record BookingQuota(QuotaScope scope, QuotaHolder per, Duration hours, QuotaPeriod period) {

    /** The most hours of one quota. */
    public static final Duration MOST = Duration.ofHours(1_000);

    /** @throws IllegalArgumentException if there are none, or more than {@link #MOST} */
    public BookingQuota {
        if (hours.isNegative() || hours.isZero() || hours.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("A quota is more than nothing, and at most " + MOST);
        }
    }

    /** Whose hours, or bookings, are counted together. */
    public enum QuotaHolder {
        PERSON,
        /** All people of an organisation; those without an account by the domain of their address. */
        ORGANISATION,
        /** Everybody: each room has so many. */
        ROOM,
        /** Everybody: all rooms of a site together have so many. */
        SITE
    }

    /** How long until it is counted anew. */
    public enum QuotaPeriod {
        DAY,
        WEEK,
        MONTH
    }

    /**
     * Where a quota stands.
     *
     * @param id of the site or the room; empty for the network
     */
    public record QuotaScope(ScopeKind kind, String id) {

        public static final QuotaScope NETWORK = new QuotaScope(ScopeKind.NETWORK, "");

        /** What counts together. */
        public enum ScopeKind {
            ROOM,
            SITE,
            NETWORK
        }

        @Override
        public String toString() {
            return kind + " " + id;
        }
    }
}
