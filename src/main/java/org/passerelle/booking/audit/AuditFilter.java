package org.passerelle.booking.audit;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.work.CorrelationId.Door;

/**
 * Which changes are asked for; what is empty excludes none.
 *
 * @param from not before
 * @param to before
 * @param actor who made the change
 * @param booking the booking that was changed
 * @param door by what way it came in
 */
public record AuditFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<PersonId> actor,
        Optional<BookingId> booking,
        Optional<Door> door) {

    boolean matches(LoggedChange change) {
        return from.filter(change.at()::isBefore).isEmpty()
                && to.filter(until -> !change.at().isBefore(until)).isEmpty()
                && actor.filter(person -> change.actor()
                                .person()
                                .filter(id -> id.names(person))
                                .isEmpty())
                        .isEmpty()
                && booking.filter(id -> !change.booking().equals(id)).isEmpty()
                && door.filter(by -> change.actor().door() != by).isEmpty();
    }
}
