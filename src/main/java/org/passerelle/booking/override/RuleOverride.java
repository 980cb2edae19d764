package org.passerelle.booking.override;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.passerelle.account.PersonId;

/**
 * That a booking has dates against a rule because somebody has set it aside.
 *
 * @param by who did, for themselves or for whose booking it is
 */
public record RuleOverride(OverridableRule rule, PersonId by, Instant at) {

    /** {@code before} with {@code more}; of each rule the one that was set aside last, in the order of the rules. */
    public static List<RuleOverride> joined(List<RuleOverride> before, List<RuleOverride> more) {
        Map<OverridableRule, RuleOverride> last = new EnumMap<>(OverridableRule.class);
        before.forEach(each -> last.put(each.rule(), each));
        more.forEach(each -> last.put(each.rule(), each));
        return List.copyOf(last.values());
    }
}
