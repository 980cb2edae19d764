package org.passerelle.booking.policy;

import java.time.Instant;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.time.Slots;

/** What has begun cannot be booked any more; the slot that is running can, so that people may walk in. */
final class NotInThePast implements BookingRule {

    @Override
    public void judge(Proposal proposal, Objections objections) {
        Instant earliest = earliestStart(proposal.now());
        for (Proposal.Date date : proposal.dates()) {
            if (date.time().start().isBefore(earliest) && !date.asked().isEmpty()) {
                objections.add(Reason.of(ReasonCode.IN_THE_PAST).on(date.recurrenceId()));
            }
        }
    }

    static Instant earliestStart(Instant now) {
        return Slots.start(Slots.containing(now));
    }
}
