package org.passerelle.booking.policy;

import java.time.Instant;
import java.util.stream.Stream;
import org.passerelle.booking.Reason;
import org.passerelle.booking.ReasonCode;
import org.passerelle.time.Slots;

/** What has begun cannot be booked any more; the slot that is running can, so that people may walk in. */
final class NotInThePast implements BookingRule {

    @Override
    public Stream<Reason> objections(Proposal proposal) {
        Instant earliest = earliestStart(proposal.now());
        return proposal.dates().stream()
                .filter(date -> date.time().start().isBefore(earliest))
                .map(date -> Reason.of(ReasonCode.IN_THE_PAST).on(date.recurrenceId()));
    }

    static Instant earliestStart(Instant now) {
        return Slots.start(Slots.containing(now));
    }
}
