package org.passerelle.notification;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.invitation.pending.OccurrenceSnapshot;

/** What a mail about rooms that cannot be used offers. */
interface RescueOffers {

    /** Where {@code person} moves the date by one press. */
    URI link(BookingId booking, Instant recurrenceId, PersonId person);

    /**
     * The best place for it now; empty if nothing suits.
     *
     * @param failed the date with those of its rooms that cannot be used
     */
    Optional<OccurrenceSnapshot> instead(Person person, Booking booking, OccurrenceSnapshot failed);
}
