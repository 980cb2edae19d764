package org.passerelle.booking.caps;

import java.time.Duration;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.permission.BookingQuota.QuotaPeriod;

/**
 * Hours that one may have in a day, week or month, by a quota.
 *
 * @param rule as whoever passes it is told
 * @param used of the day, the week or the month that it is in the room
 */
public record UsedHours(Reason rule, QuotaPeriod period, Duration limit, Duration used) {

    /** None, if more is used than is allowed by now. */
    public Duration left() {
        Duration left = limit.minus(used);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
