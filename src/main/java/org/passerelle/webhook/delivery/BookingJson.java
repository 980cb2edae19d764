package org.passerelle.webhook.delivery;

import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.feed.cache.FeedDetail;

/** Writes a booking as the API shows it. */
public interface BookingJson {

    /** What becomes JSON: {@code booking} as {@code reader} may read it now, and of that no more than {@code detail} tells. */
    Object of(Booking booking, Person reader, FeedDetail detail);
}
