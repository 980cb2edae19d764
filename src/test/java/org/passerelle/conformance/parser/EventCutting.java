package org.passerelle.conformance.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The quarantine of a parser that gives up whole files: events are cut out before they are parsed. */
final class EventCutting {

    private static final int LONGEST_LINE = 65_536;

    private EventCutting() {}

    /** From each {@code BEGIN:VEVENT} to its end, or to the next, lines ended by CRLF and cut as our own reader does. */
    static List<String> cut(String file) {
        List<String> events = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean isWithin = false;
        for (String line : file.split("\r\n|\n|\r")) {
            String word = line.stripTrailing().toUpperCase(Locale.ROOT);
            if (word.equals("BEGIN:VEVENT")) {
                add(events, current);
                isWithin = true;
            }
            if (isWithin && !line.isBlank()) {
                current.append(line, 0, Math.min(line.length(), LONGEST_LINE)).append("\r\n");
            }
            if (word.equals("END:VEVENT")) {
                add(events, current);
                isWithin = false;
            }
        }
        add(events, current);
        return events;
    }

    private static void add(List<String> events, StringBuilder current) {
        if (!current.isEmpty()) {
            events.add(current.toString());
            current.setLength(0);
        }
    }
}
