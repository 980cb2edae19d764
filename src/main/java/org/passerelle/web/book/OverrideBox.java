package org.passerelle.web.book;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The boxes of a form by which rules are set aside; they are shown once a rule stands in the way of somebody who may. */
final class OverrideBox {

    private OverrideBox() {}

    /** The names of the rules that are ticked. */
    static List<@Nullable String> ticked(MultiValueMap<String, String> sent) {
        return Objects.requireNonNullElse(sent.get("override"), List.<String>of()).stream()
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** What makes two forms different that are alike but for what is ticked. */
    static String said(List<@Nullable String> ticked) {
        return ticked.isEmpty() ? "" : " against " + ticked;
    }
}
