package org.passerelle.directory.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that is another in one of two files.
 *
 * @param path the keys that lead to it, such as {@code sites, melun, rooms, melun-seine, capacity}
 * @param before as it was written; empty if nothing was
 * @param after as it is written; empty if nothing is any more
 */
public record ValueChange(List<String> path, Optional<String> before, Optional<String> after) {

    public ValueChange {
        path = List.copyOf(path);
    }

    /** In what {@code after} differs from {@code before}, in the order of {@code after}; the order of keys is no difference. */
    public static List<ValueChange> between(Map<String, Object> before, Map<String, Object> after) {
        List<ValueChange> changes = new ArrayList<>();
        gather(List.of(), before, after, changes);
        return List.copyOf(changes);
    }

    private static void gather(
            List<String> path, Map<String, Object> before, Map<String, Object> after, List<ValueChange> changes) {
        Set<String> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        for (String key : keys) {
            Object then = before.get(key);
            Object now = after.get(key);
            List<String> inner = ValuePaths.under(path, key);
            if (isOfMaps(then, now)) {
                gather(inner, asMap(then), asMap(now), changes);
            } else if (!Objects.equals(then, now)) {
                changes.add(new ValueChange(inner, shown(then), shown(now)));
            }
        }
    }

    /** Whether what is in them is looked at one by one, also where one of the two is not there at all. */
    private static boolean isOfMaps(@Nullable Object then, @Nullable Object now) {
        return then instanceof Map<?, ?> && now instanceof Map<?, ?>
                || then == null && now instanceof Map<?, ?> added && !added.isEmpty()
                || now == null && then instanceof Map<?, ?> gone && !gone.isEmpty();
    }

    private static Map<String, Object> asMap(@Nullable Object value) {
        return value == null ? Map.of() : ValuePaths.asMap(value);
    }

    private static Optional<String> shown(@Nullable Object value) {
        return Optional.ofNullable(value).map(ValueChange::written);
    }

    /** A text as it is; anything else as YAML in one line. */
    public static String written(Object value) {
        return value instanceof String text ? text : YamlNodes.inOneLine(value);
    }
}
