package org.passerelle.booking.override;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.PersonId;
import org.passerelle.booking.refusal.ReasonCode;

/**
 * Which rules are set aside for what is asked for, by somebody who may.
 *
 * @param by who does it now; empty if it is on record already
 */
public record OverrideGrant(Set<OverridableRule> rules, Optional<PersonId> by) {

    public static final OverrideGrant NONE = new OverrideGrant(Set.of(), Optional.empty());

    public OverrideGrant {
        rules = Set.copyOf(rules);
    }

    /** What has been set aside already for a booking. */
    public static OverrideGrant onRecord(List<RuleOverride> overrides) {
        return overrides.isEmpty()
                ? NONE
                : new OverrideGrant(
                        overrides.stream().map(RuleOverride::rule).collect(Collectors.toSet()), Optional.empty());
    }

    /** Whether what {@code code} would refuse is allowed all the same. */
    public boolean covers(ReasonCode code) {
        return !rules.isEmpty()
                && OverridableRule.of(code).filter(rules::contains).isPresent();
    }

    /** What goes on record of the rules that were {@code broken}. */
    public List<RuleOverride> recorded(Collection<OverridableRule> broken, Instant now) {
        return by.map(person -> broken.stream()
                        .map(rule -> new RuleOverride(rule, person, now))
                        .toList())
                .orElse(List.of());
    }
}
