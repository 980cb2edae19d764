package org.passerelle.booking.caps;

import org.passerelle.booking.refusal.Reason;

/**
 * Bookings that one may have open, by a quota.
 *
 * @param rule as whoever passes it is told
 * @param used how many are open now
 */
public record UsedBookings(Reason rule, int limit, int used) {

    /** None, if more are open than are allowed by now. */
    public int left() {
        return Math.max(0, limit - used);
    }
}
