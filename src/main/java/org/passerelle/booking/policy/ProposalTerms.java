package org.passerelle.booking.policy;

import java.util.Optional;
import java.util.Set;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.booking.override.OverrideGrant;

/**
 * On what terms something is asked for.
 *
 * @param recurs whether its dates are those of a series
 * @param leeway what becomes of what is out of policy
 * @param override what is allowed against the rules, by somebody who may set them aside
 */
public record ProposalTerms(boolean recurs, PolicyLeeway leeway, OverrideGrant override) {

    /** On which all rules hold. */
    public ProposalTerms(boolean recurs, PolicyLeeway leeway) {
        this(recurs, leeway, OverrideGrant.NONE);
    }

    /** What becomes of a date that is against the hours, lengths, notice or horizon of a room. */
    public enum PolicyLeeway {
        /** It is refused. */
        NONE,
        /** Those who may ask a manager for it do. */
        REQUEST
    }

    /** A series that may have dates left out asks for nothing out of policy: that is what it leaves out. */
    public static ProposalTerms of(BookingOrder order) {
        boolean recurs = order.schedule().recurs();
        boolean leavesOut = recurs && order.onConflict() != OnConflict.REJECT;
        return new ProposalTerms(recurs, leavesOut ? PolicyLeeway.NONE : PolicyLeeway.REQUEST);
    }

    /** What those ask for a manager's agreement to who may. */
    public static ProposalTerms recurring(boolean recurs) {
        return new ProposalTerms(recurs, PolicyLeeway.REQUEST);
    }

    /** The same with nothing out of policy. */
    public ProposalTerms withinPolicy() {
        return new ProposalTerms(recurs, PolicyLeeway.NONE, override);
    }

    /** The same with {@code grant}; that it is given by somebody who may is seen to before. */
    public ProposalTerms overriding(OverrideGrant grant) {
        return new ProposalTerms(recurs, leeway, grant);
    }

    /** As {@link #overriding(OverrideGrant)}, of what {@code person} sets aside now. */
    public ProposalTerms overriding(Set<OverridableRule> rules, PersonId person) {
        return rules.isEmpty() ? this : overriding(new OverrideGrant(rules, Optional.of(person)));
    }
}
