package org.passerelle.invitation;

import java.net.URI;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.booking.Booking;

/** Where the invited join by video; whoever links bookings provides it. */
public interface JoinLinks {

    /** The link of {@code whom}; empty if the booking is not linked. */
    Optional<URI> of(Booking booking, PersonId whom);
}
