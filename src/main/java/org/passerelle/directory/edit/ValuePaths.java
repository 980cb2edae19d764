package org.passerelle.directory.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds and replaces values in maps within maps. */
final class ValuePaths {

    private ValuePaths() {}

    static Optional<Object> at(Map<String, Object> tree, List<String> path) {
        Object value = tree;
        for (String key : path) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return Optional.ofNullable(value);
    }

    /** An empty one unless {@code value} is a map. */
    static Map<String, Object> asMap(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, each) -> map.put(String.valueOf(key), each));
        }
        return map;
    }

    /** A copy with another value at {@code path}; a map that would be left empty by that goes too. */
    static Map<String, Object> with(Map<String, Object> tree, List<String> path, @Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(tree);
        String key = path.get(0);
        if (path.size() == 1) {
            put(copy, key, value);
            return copy;
        }
        Object inner = copy.get(key);
        if (value == null && !(inner instanceof Map<?, ?>)) {
            return copy;
        }
        Map<String, Object> changed =
                with(inner == null ? Map.of() : asMap(inner), path.subList(1, path.size()), value);
        put(copy, key, value == null && changed.isEmpty() ? null : changed);
        return copy;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    /** Those of either, the standing ones first. */
    static Set<String> keys(Map<String, Object> standing, Map<String, Object> wanted) {
        Set<String> keys = new LinkedHashSet<>(standing.keySet());
        keys.addAll(wanted.keySet());
        return keys;
    }

    /**
     * What takes the place of a map: {@code values}, and of {@code standing} whatever {@code isKept}.
     *
     * @param within the keys that lead to the two
     */
    static Map<String, Object> replaced(
            List<String> within,
            Map<String, Object> standing,
            Map<String, Object> values,
            Predicate<List<String>> isKept) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        for (String key : keys(standing, values)) {
            List<String> path = under(within, key);
            Object before = standing.get(key);
            Object after = values.get(key);
            if (isKept.test(path)) {
                put(wanted, key, before);
            } else if (before instanceof Map<?, ?> && (after == null || after instanceof Map<?, ?>)) {
                Map<String, Object> inner =
                        replaced(path, asMap(before), after == null ? Map.of() : asMap(after), isKept);
                put(wanted, key, inner.isEmpty() ? after : inner);
            } else {
                put(wanted, key, after);
            }
        }
        return wanted;
    }

    static List<String> join(List<String> path, List<String> rest) {
        List<String> whole = new ArrayList<>(path);
        whole.addAll(rest);
        return List.copyOf(whole);
    }

    static List<String> under(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
