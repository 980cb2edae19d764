package org.passerelle.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One edit of a series and the dates that are expected after it, as a file in {@code golden/series-edits} tells it: what is
 * booked, what is done to it, and at the end a line for each date that is left.
 *
 * @param name what is to be so
 * @param steps what is done, in order
 * @param expected dates that hold rooms, such as {@code 2026-09-01 09:00-10:00 melun-seine}
 * @param throughPages whether the pages offer every step
 */
record SeriesEdit(String name, List<Step> steps, List<String> expected, boolean throughPages) {

    private static final Path FOLDER = Path.of("src/test/resources/golden/series-edits");

    /**
     * One thing done.
     *
     * @param verb {@code book}, {@code all}, {@code one} and so on; {@code api} before another for what no page offers
     * @param words what it is done to
     * @param fields of the request, by their names in the API
     */
    record Step(String verb, List<String> words, Map<String, String> fields) {

        private static Step of(String line) {
            List<String> words = new ArrayList<>();
            Map<String, String> fields = new LinkedHashMap<>();
            for (String word : line.split("\\s+")) {
                int is = word.indexOf('=');
                if (is > 0) {
                    fields.put(word.substring(0, is), word.substring(is + 1));
                } else {
                    words.add(word);
                }
            }
            return new Step(words.get(0), words.subList(1, words.size()), fields);
        }

        /** What is done by a program also where all others are done by somebody before a page. */
        Step inner() {
            return new Step(words.get(0), words.subList(1, words.size()), fields);
        }

        String word(int index) {
            return words.get(index);
        }
    }

    static List<SeriesEdit> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().flatMap(SeriesEdit::in).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<SeriesEdit> in(Path file) {
        try {
            return Arrays.stream(Files.readString(file).split("(?m)^# "))
                    .skip(1)
                    .map(SeriesEdit::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SeriesEdit of(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        boolean throughPages = !lines.contains("api only");
        List<Step> steps = lines.stream()
                .skip(1)
                .filter(line -> !line.isEmpty() && !line.startsWith("=") && !line.equals("api only"))
                .map(Step::of)
                .toList();
        List<String> expected = lines.stream()
                .filter(line -> line.startsWith("="))
                .map(line -> line.substring(1).strip())
                .toList();
        return new SeriesEdit(lines.get(0), steps, expected, throughPages);
    }

    @Override
    public String toString() {
        return name;
    }
}
