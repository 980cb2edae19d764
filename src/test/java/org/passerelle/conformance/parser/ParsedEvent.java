package org.passerelle.conformance.parser;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content lines of an event and of what is in it, in one spelling for all parsers, sorted.
 *
 * @param lines as {@link #line} writes them
 */
public record ParsedEvent(List<String> lines) {

    public ParsedEvent {
        lines = lines.stream().sorted().toList();
    }

    /** @param path of the component within the event, such as {@code VALARM/}; empty for the event itself */
    public static String line(String path, String name, Map<String, String> parameters, String value) {
        return path + name + new TreeMap<>(parameters) + ":" + value;
    }

    /** What tells it from others of its file. */
    String key() {
        return lines.stream()
                .filter(line -> line.startsWith("UID{") || line.startsWith("RECURRENCE-ID{"))
                .toList()
                .toString();
    }

    /** The lines of either that the other has not. */
    static String difference(ParsedEvent expected, ParsedEvent read) {
        return "expected " + without(expected, read) + " read " + without(read, expected);
    }

    private static List<String> without(ParsedEvent event, ParsedEvent other) {
        return event.lines.stream()
                .filter(line -> !other.lines.contains(line))
                .map(line -> line.substring(0, Math.min(line.length(), 200)))
                .toList();
    }
}
