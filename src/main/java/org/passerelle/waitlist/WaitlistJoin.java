package org.passerelle.waitlist;

import java.util.List;
import org.passerelle.booking.refusal.Reason;

/** How an attempt to join the queue ended. */
public sealed interface WaitlistJoin {

    /** They wait now. */
    record Joined(WaitlistEntry entry) implements WaitlistJoin {}

    /** The same request was carried out before, under the same key. */
    record JoinedBefore(WaitlistEntry entry) implements WaitlistJoin {}

    /** Rules forbid it, and would even if the rooms were free. */
    record Refused(List<Reason> reasons) implements WaitlistJoin {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
