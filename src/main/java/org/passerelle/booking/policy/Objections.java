package org.passerelle.booking.policy;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.booking.refusal.Reason;

/** Collects why a proposal is refused, up to {@link #MOST}: a long series can break a rule on each of its dates. */
final class Objections {

    static final int MOST = 100;

    private final List<Reason> reasons = new ArrayList<>();
    private final List<Reason> requested = new ArrayList<>();
    private final OutOfPolicy more;

    /** @param more which of them are asked of a manager, and refuse nothing */
    Objections(OutOfPolicy more) {
        this.more = more;
    }

    /** Adds {@code reason}, unless there are as many as anybody is told. */
    void add(Reason reason) {
        List<Reason> one = more.mayRequest(reason) ? requested : reasons;
        if (one.size() < MOST) {
            one.add(reason);
        }
    }

    boolean isFull() {
        return reasons.size() == MOST;
    }

    List<Reason> toList() {
        return List.copyOf(reasons);
    }

    /** What a manager has to agree to, because it is out of policy. */
    List<Reason> requested() {
        return requested;
    }
}
