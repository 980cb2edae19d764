package org.passerelle.calendar.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.conformance.parser.ParsedEvent;

/** What the reader of this package hands over before anything in it is understood. */
public final class ReadComponents {

    private final List<Component> calendars;

    private ReadComponents(List<Component> calendars) {
        this.calendars = calendars;
    }

    /** Empty if it refuses {@code text} as a whole. */
    public static Optional<ReadComponents> read(String text) {
        try {
            return Optional.of(new ReadComponents(ComponentReader.read(text)));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** Those that have an end, for others are set aside. */
    public List<ParsedEvent> events() {
        return calendars.stream()
                .flatMap(calendar -> calendar.parts("VEVENT"))
                .filter(Component::isClosed)
                .map(event -> {
                    List<String> lines = new ArrayList<>();
                    collect(event, "", lines);
                    return new ParsedEvent(lines);
                })
                .toList();
    }

    private static void collect(Component component, String path, List<String> lines) {
        component
                .properties()
                .forEach(line -> lines.add(ParsedEvent.line(path, line.name(), line.parameters(), line.value())));
        component.parts().forEach(part -> collect(part, path + part.name() + "/", lines));
    }
}
