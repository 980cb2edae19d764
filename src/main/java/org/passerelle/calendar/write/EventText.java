package org.passerelle.calendar.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One VEVENT of a file as it stands there. A file is cut into its events before any of them is understood, so that one
 * broken event does not take the others with it.
 *
 * @param line where it begins, counted from 1
 * @param text from {@code BEGIN:VEVENT} to its end, lines ended by CRLF; without an end if the file has none
 */
public record EventText(int line, String text) {

    private static final String BEGIN = "BEGIN:VEVENT";
    private static final String END = "END:VEVENT";

    /** The events of {@code file} in order, whatever its line ends are. Everything else in it is passed over. */
    public static List<EventText> cut(String file) {
        List<EventText> events = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int begun = 0;
        int number = 0;
        for (String line : file.split("\r\n|\n|\r")) {
            number++;
            String word = line.stripTrailing().toUpperCase(Locale.ROOT);
            if (word.equals(BEGIN)) {
                addUnlessEmpty(events, begun, current);
                begun = number;
            }
            if (begun > 0 && !line.isBlank()) {
                current.append(line).append("\r\n");
            }
            if (word.equals(END)) {
                addUnlessEmpty(events, begun, current);
                begun = 0;
            }
        }
        addUnlessEmpty(events, begun, current);
        return events;
    }

    private static void addUnlessEmpty(List<EventText> events, int begun, StringBuilder current) {
        if (!current.isEmpty()) {
            events.add(new EventText(begun, current.toString()));
            current.setLength(0);
        }
    }
}
