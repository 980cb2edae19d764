package org.passerelle.booking.caps;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Owner;

/**
 * A booking that somebody would change: what it uses of quotas is given back by what changes of it.
 *
 * @param owner for whom it counts, whoever changes it
 * @param kept what its other dates go on using, as claims
 */
public record OwnBooking(BookingId id, Owner owner, Set<Long> kept) {

    public OwnBooking {
        kept = Set.copyOf(kept);
    }

    public static OwnBooking whole(Booking booking) {
        return of(booking, date -> true);
    }

    /** @param changing the dates that would change */
    public static OwnBooking of(Booking booking, Predicate<Occurrence> changing) {
        return new OwnBooking(
                booking.id(),
                booking.owner(),
                booking.occupying()
                        .filter(changing.negate())
                        .flatMap(date -> date.quotaClaims().stream())
                        .collect(Collectors.toSet()));
    }
}
