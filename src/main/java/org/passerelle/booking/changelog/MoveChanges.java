package org.passerelle.booking.changelog;

import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Occurrence.RequestedMove;

/** Finds out what a write does to what is asked for in the place of dates. */
final class MoveChanges {

    private MoveChanges() {}

    /** Whether something was asked for, or how it was decided; empty if neither. */
    static Optional<ChangeType> type(Booking was, Booking is) {
        if (was.occurrences() == is.occurrences()) {
            return Optional.empty();
        }
        boolean isAsked = is.asking().anyMatch(date -> !date.openRequest().equals(open(was, date)));
        return isAsked
                ? Optional.of(ChangeType.REQUESTED)
                : decided(was, is).findFirst().map(made -> switch (made.state()) {
                    case APPROVED -> ChangeType.APPROVED;
                    case DECLINED -> ChangeType.DECLINED;
                    case LAPSED -> ChangeType.LAPSED;
                });
    }

    /** What was said with decisions on dates; empty if nothing was. */
    static Optional<String> message(Booking was, Booking is) {
        return was.occurrences() == is.occurrences()
                ? Optional.empty()
                : decided(was, is)
                        .map(RequestDecision::message)
                        .filter(said -> !said.isBlank())
                        .findFirst();
    }

    private static Stream<RequestDecision> decided(Booking was, Booking is) {
        return was.asking()
                .flatMap(old -> is.occurrence(old.recurrenceId()).stream()
                        .flatMap(date -> date.requested().stream())
                        .filter(move -> move.asked()
                                .equals(old.openRequest().orElseThrow().asked()))
                        .flatMap(move -> move.decision().stream()));
    }

    private static Optional<RequestedMove> open(Booking was, Occurrence date) {
        return was.occurrence(date.recurrenceId()).flatMap(Occurrence::openRequest);
    }
}
