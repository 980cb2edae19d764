package org.passerelle.directory.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
