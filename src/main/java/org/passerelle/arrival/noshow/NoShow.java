package org.passerelle.arrival.noshow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.OrganisationId;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.RoomId;

/**
 * A date to which nobody came, so that its rooms were given back.
 *
 * @param start when it began
 * @param person who had booked, by the id that the change log has, never by address
 * @param organisation for which they had; empty for those who belong to none
 * @param isPrivate whether the site is not told who had booked
 */
public record NoShow(
        BookingId booking,
        Instant recurrenceId,
        Instant start,
        List<RoomId> rooms,
        ActorId person,
        Optional<OrganisationId> organisation,
        boolean isPrivate) {

    public NoShow {
        rooms = List.copyOf(rooms);
    }
}
