package org.passerelle.outsider;

import org.passerelle.booking.BookingResult;

/** What comes of confirming a request by the link in the mail. */
public sealed interface ConfirmedRequest {

    /** It was tried, and this is how that ended. */
    record Tried(BookingResult result) implements ConfirmedRequest {}

    /** As many requests with this address wait as may at once; the link stays good. */
    record AddressHasEnough(int most) implements ConfirmedRequest {}

    /** As many requests of guests wait at the site as may at once; the link stays good. */
    record SiteHasEnough() implements ConfirmedRequest {}
}
