package org.passerelle.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code looked-at.txt} says: the pages of the program, and which test looks at each. */
final class PageRoutes {

    private static final Map<String, String> ROWS = rows();

    private PageRoutes() {}

    private static Map<String, String> rows() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PageRoutes.class.getResourceAsStream("/looked-at.txt")),
                StandardCharsets.UTF_8))) {
            return file.lines()
                    .filter(line -> line.startsWith("/"))
                    .map(line -> line.split("\\s+", 2))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1], (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> all() {
        return ROWS.keySet().stream();
    }

    static Stream<String> lookedAt() {
        return ROWS.values().stream().filter(test -> !test.startsWith("-"));
    }

    static Stream<String> lookedAtBy(String test) {
        return ROWS.entrySet().stream()
                .filter(row -> row.getValue().equals(test))
                .map(Map.Entry::getKey);
    }

    /** That which answers {@code path}: the one with the fewest variables. */
    static Optional<String> of(String path) {
        return all().filter(route -> path.matches(route.replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Comparator.comparing(route -> route.split("\\{", -1).length));
    }
}
