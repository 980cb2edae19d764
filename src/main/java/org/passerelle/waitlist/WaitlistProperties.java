package org.passerelle.waitlist;

import java.time.Duration;
import org.passerelle.booking.BookingRooms;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may set about the waitlist.
 *
 * @param hold how long an offer stands, at most as long as any hold
 */
@ConfigurationProperties("passerelle.waitlist")
record WaitlistProperties(@DefaultValue("PT30M") Duration hold) {

    WaitlistProperties {
        if (hold.isNegative() || hold.isZero() || hold.compareTo(BookingRooms.LONGEST_HOLD) > 0) {
            throw new IllegalArgumentException("PASSERELLE_WAITLIST_HOLD is more than nothing and 24 hours at most");
        }
    }
}
