package org.passerelle.web.places;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What stands in the fields of a form.
 *
 * @param byKey a text, empty where nothing is said, or the rows of a table, each with a text for each column
 */
record FieldValues(Map<String, Object> byKey) {

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    String text(String key) {
        return byKey.get(key) instanceof String text ? text : "";
    }

    List<List<String>> rows(String key) {
        return byKey.get(key) instanceof List<?> rows
                ? rows.stream().map(FieldValues::cells).toList()
                : List.of();
    }

    private static List<String> cells(Object row) {
        return row instanceof List<?> cells
                ? cells.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The fields that say something else than in {@code others}. */
    List<String> changedFrom(FieldValues others) {
        return byKey.keySet().stream()
                .filter(key -> !Objects.equals(byKey.get(key), others.byKey.get(key)))
                .toList();
    }

    /** These, but those of {@code keys} as {@code others} has them. */
    FieldValues taking(List<String> keys, FieldValues others) {
        Map<String, Object> values = new LinkedHashMap<>(byKey);
        keys.forEach(key -> values.put(key, others.byKey.getOrDefault(key, "")));
        return new FieldValues(values);
    }

    /** Such as it is read in one line. */
    String inWords(String key) {
        return byKey.get(key) instanceof List<?>
                ? String.join(
                        " · ",
                        rows(key).stream()
                                .map(row -> String.join(
                                        " ",
                                        row.stream()
                                                .filter(cell -> !cell.isEmpty())
                                                .toList()))
                                .toList())
                : text(key);
    }

    static List<String> join(List<String> path, List<String> rest) {
        return Stream.concat(path.stream(), rest.stream()).toList();
    }
}
