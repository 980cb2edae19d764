package org.passerelle.waiting;

import java.util.List;
import org.passerelle.booking.Reason;

/** How an attempt to join the line ended. */
public sealed interface JoinResult {

    /** They wait now. */
    record Joined(WaitEntry entry) implements JoinResult {}

    /** The same request was carried out before, under the same key. */
    record JoinedBefore(WaitEntry entry) implements JoinResult {}

    /** Rules forbid it, and would even if the rooms were free. */
    record Refused(List<Reason> reasons) implements JoinResult {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
