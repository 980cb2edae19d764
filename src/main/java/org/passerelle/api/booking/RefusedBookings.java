package org.passerelle.api.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.api.BookingNotMade;
import org.passerelle.api.BookingRefusal;
import org.passerelle.availability.Alternatives;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.springframework.stereotype.Component;

/** Says of a booking that was refused what a client is told: why, and what can be had instead. */
@Component
class RefusedBookings {

    private final Alternatives alternatives;

    RefusedBookings(Alternatives alternatives) {
        this.alternatives = alternatives;
    }

    /**
     * The end of a request whose booking was neither made nor changed.
     *
     * @param isSeries whether to say which date of the series each conflict is about
     */
    BookingNotMade of(BookingResult result, Person person, boolean isSeries, Attempt attempt) {
        if (result instanceof BookingResult.Occupied occupied) {
            List<Conflict> conflicts = occupied.conflicts();
            return new BookingNotMade(new BookingRefusal.Occupied(
                    conflicts, isSeries, instead(person, attempt, conflicts), latestEnd(attempt, conflicts)));
        }
        if (result instanceof BookingResult.Refused refused) {
            return new BookingNotMade(
                    new BookingRefusal.Refused(refused.reasons(), larger(person, attempt, refused.reasons())));
        }
        return BookingNotMade.because(List.of(Reason.of(ReasonCode.NOT_ALLOWED, "idempotency-key")));
    }

    private static Optional<Instant> latestEnd(Attempt attempt, List<Conflict> conflicts) {
        return attempt instanceof Attempt.Extension extension
                ? extension.latestEnd().apply(conflicts)
                : Optional.empty();
    }

    private List<NearMiss> instead(Person person, Attempt attempt, List<Conflict> conflicts) {
        if (attempt instanceof Attempt.Extension extension) {
            return extension
                    .missing()
                    .apply(conflicts)
                    .map(rest -> alternatives.toStayingOn(person, rest, conflicts))
                    .orElse(List.of());
        }
        return attempt.order()
                .map(order -> alternatives.to(person, order, attempt.own(), conflicts))
                .orElse(List.of());
    }

    private List<NearMiss> larger(Person person, Attempt attempt, List<Reason> reasons) {
        return attempt instanceof Attempt.Whole whole
                ? whole.order()
                        .map(order -> alternatives.toRefused(person, order, whole.own(), reasons))
                        .orElse(List.of())
                : List.of();
    }
}
