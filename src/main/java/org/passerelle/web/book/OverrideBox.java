package org.passerelle.web.book;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.booking.override.OverridableRule;
import org.springframework.util.MultiValueMap;

/** The boxes of a form by which rules are set aside; they are shown once a rule stands in the way of somebody who may. */
final class OverrideBox {

    private OverrideBox() {}

    /** The rules that are ticked. */
    static Set<OverridableRule> ticked(MultiValueMap<String, String> sent) {
        List<String> names = Objects.requireNonNullElse(sent.get("override"), List.of());
        return Arrays.stream(OverridableRule.values())
                .filter(rule -> names.contains(rule.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What makes two forms different that are alike but for what is ticked. */
    static String said(Set<OverridableRule> ticked) {
        return ticked.isEmpty() ? "" : " against " + ticked.stream().sorted().toList();
    }
}
