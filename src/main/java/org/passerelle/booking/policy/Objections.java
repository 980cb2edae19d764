package org.passerelle.booking.policy;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.booking.refusal.Reason;

/** Collects why a proposal is refused, up to {@link #MOST}: a long series can break a rule on each of its dates. */
final class Objections {

    static final int MOST = 100;

    private final List<Reason> reasons = new ArrayList<>();

    /** Adds {@code reason}, unless there are as many as anybody is told. */
    void add(Reason reason) {
        if (!isFull()) {
            reasons.add(reason);
        }
    }

    boolean isFull() {
        return reasons.size() == MOST;
    }

    List<Reason> toList() {
        return List.copyOf(reasons);
    }
}
