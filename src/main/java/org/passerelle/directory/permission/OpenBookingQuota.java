package org.passerelle.directory.permission;

import org.passerelle.directory.permission.BookingQuota.QuotaHolder;
import org.passerelle.directory.permission.BookingQuota.QuotaScope;

/**
 * How many bookings of some rooms together one may have open. One is open until the end of the day (UTC) on which its last date is
 * over; a series is one, and so is a booking of several of the rooms.
 *
 * @param scope where it stands in the directory: the network, or a site or a room by its id; its rooms are counted together
 * @param per whose bookings are counted together
 */
public record OpenBookingQuota(QuotaScope scope, QuotaHolder per, int bookings) {

    /** The most bookings of one quota. */
    public static final int MOST = 200;

    /** @throws IllegalArgumentException if there are none, or more than {@link #MOST} */
    public OpenBookingQuota {
        if (bookings < 1 || bookings > MOST) {
            throw new IllegalArgumentException("A quota is more than nothing, and at most " + MOST);
        }
    }
}
