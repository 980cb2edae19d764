package org.passerelle.booking.refusal;

import java.util.List;

/** What the rules say of a proposed booking, before its rooms are claimed. */
public sealed interface BookingDecision {

    /** Every rule allows it. */
    record Accepted() implements BookingDecision {}

    /**
     * Every rule allows it, once the manager of a room agrees.
     *
     * @param grounds why they have to: {@link ReasonCode#NEEDS_APPROVAL}, or the rule that is asked to be waived
     */
    record NeedsApproval(List<Reason> grounds) implements BookingDecision {

        public NeedsApproval {
            grounds = List.copyOf(grounds);
        }
    }

    /** At least one rule forbids it. */
    record Refused(List<Reason> reasons) implements BookingDecision {

        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("A refusal needs a reason");
            }
        }
    }
}
