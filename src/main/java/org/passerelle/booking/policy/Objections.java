package org.passerelle.booking.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.booking.override.OverrideGrant;
import org.passerelle.booking.refusal.Reason;

/** Collects why a proposal is refused, up to {@link #MOST}: a long series can break a rule on each of its dates. */
final class Objections {

    static final int MOST = 100;

    private final List<Reason> reasons = new ArrayList<>();
    private final List<Reason> requested = new ArrayList<>();
    private final Set<OverridableRule> overridden = EnumSet.noneOf(OverridableRule.class);
    private final OutOfPolicy more;
    private final OverrideGrant override;

    /**
     * @param more which of them are asked of a manager, and refuse nothing
     * @param override which of them are set aside, and refuse nothing either
     */
    Objections(OutOfPolicy more, OverrideGrant override) {
        this.more = more;
        this.override = override;
    }

    /** Adds {@code reason}, unless there are as many as anybody is told. */
    void add(Reason reason) {
        if (override.covers(reason.code())) {
            OverridableRule.of(reason.code()).ifPresent(overridden::add);
            return;
        }
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

    /** The rules that it is against, and that are set aside. */
    Set<OverridableRule> overridden() {
        return overridden;
    }

    /** What a manager has to agree to, because it is out of policy. */
    List<Reason> requested() {
        return requested;
    }
}
