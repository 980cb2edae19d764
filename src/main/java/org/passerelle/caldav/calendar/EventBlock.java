package org.passerelle.caldav.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.calendar.read.PropertyLine;
import org.passerelle.calendar.write.IcsWriter;

/**
 * One VEVENT of what this program has written itself, line by line.
 *
 * @param lines unfolded, from BEGIN to END
 */
public record EventBlock(List<String> lines) {

    private static final String BEGIN = "BEGIN:VEVENT";
    private static final String END = "END:VEVENT";

    public EventBlock {
        lines = List.copyOf(lines);
    }

    /** All of {@code calendar}, in their order. */
    public static List<EventBlock> of(String calendar) {
        List<EventBlock> blocks = new ArrayList<>();
        List<String> current = new ArrayList<>();
        boolean isInside = false;
        for (String line : unfolded(calendar)) {
            isInside |= line.equals(BEGIN);
            if (isInside) {
                current.add(line);
            }
            if (line.equals(END)) {
                blocks.add(new EventBlock(current));
                current.clear();
                isInside = false;
            }
        }
        return blocks;
    }

    private static List<String> unfolded(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\r\n")) {
            if (line.startsWith(" ") && !lines.isEmpty()) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + line.substring(1));
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The properties of the event itself, without those of its alarms. */
    public Stream<PropertyLine> properties() {
        List<PropertyLine> found = new ArrayList<>();
        int depth = 0;
        for (String line : lines) {
            depth -= line.startsWith("END:") ? 1 : 0;
            if (depth == 1 && !line.startsWith("BEGIN:") && !line.startsWith("END:")) {
                PropertyLine.parse(line).ifPresent(found::add);
            }
            depth += line.startsWith("BEGIN:") ? 1 : 0;
        }
        return found.stream();
    }

    public Optional<PropertyLine> first(String name) {
        return properties().filter(line -> line.name().equals(name)).findFirst();
    }

    /** The value of the first such property, its escapes undone; or an empty text. */
    public String words(String name) {
        return first(name).map(PropertyLine::words).orElse("");
    }

    public boolean has(String component) {
        return lines.contains("BEGIN:" + component);
    }

    public void writeTo(IcsWriter out) {
        lines.forEach(out::verbatim);
    }
}
