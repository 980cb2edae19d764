package org.passerelle.conformance.parser;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import net.fortuna.ical4j.util.CompatibilityHints;

/**
 * What ical4j's event-driven parser tells of VEVENTs, relaxed in all that it can be, within the depth that our own reader allows.
 * It is safe from the zones that ical4j keeps, since nothing is made of what it tells.
 */
final class Ical4jContent implements ContentHandler {

    private static final int DEEPEST = 6;

    static {
        CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_PARSING, true);
        CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_UNFOLDING, true);
    }

    private record Content(String path, String name, Map<String, String> parameters, StringBuilder value) {}

    private final Deque<String> open = new ArrayDeque<>();
    private final List<List<Content>> events = new ArrayList<>();
    private List<Content> current = new ArrayList<>();
    private Content line = new Content("", "", new TreeMap<>(), new StringBuilder());

    private Ical4jContent() {}

    static Optional<Ical4jContent> wholeFile(String text) {
        Ical4jContent content = new Ical4jContent();
        return content.parse(text) ? Optional.of(content) : Optional.empty();
    }

    /** Cut by their BEGIN lines before any of them is parsed; what is refused is left out. */
    static Optional<Ical4jContent> eventByEvent(String text) {
        Ical4jContent all = new Ical4jContent();
        for (String event : EventCutting.cut(text)) {
            Ical4jContent content = new Ical4jContent();
            if (content.parse("BEGIN:VCALENDAR\r\n" + event + "END:VCALENDAR\r\n")) {
                all.events.addAll(content.events);
            }
        }
        return Optional.of(all);
    }

    /** False where it refuses: by its own exceptions, or a bound of ours. */
    private boolean parse(String text) {
        try (UnfoldingReader reader = new UnfoldingReader(new StringReader(text), true)) {
            new CalendarParserImpl().parse(reader, this);
            return true;
        } catch (ParserException | IOException e) {
            return false;
        }
    }

    List<ParsedEvent> events() {
        return events.stream()
                .map(event -> new ParsedEvent(event.stream()
                        .map(each -> ParsedEvent.line(each.path, each.name, each.parameters, each.value.toString()))
                        .toList()))
                .toList();
    }

    @Override
    public void startCalendar() {
        open.clear();
    }

    @Override
    public void endCalendar() {
        open.clear();
    }

    @Override
    public void startComponent(String name) {
        if (open.size() == DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        if (open.isEmpty()) {
            current = new ArrayList<>();
        }
        open.addLast(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public void endComponent(String name) {
        if (open.size() == 1 && open.getFirst().equals("VEVENT")) {
            events.add(current);
        }
        open.pollLast();
    }

    @Override
    public void startProperty(String name) {
        String path = open.size() < 2 ? "" : String.join("/", List.copyOf(open).subList(1, open.size())) + "/";
        line = new Content(path, name.toUpperCase(Locale.ROOT), new TreeMap<>(), new StringBuilder());
    }

    @Override
    public void propertyValue(String value) {
        line.value.append(value);
    }

    @Override
    public void endProperty(String name) {
        current.add(line);
    }

    /** Decoded rightly, for its benefit: ical4j's own ParameterCodec makes a line break of {@code ^^n}. */
    @Override
    public void parameter(String name, String value) {
        line.parameters.putIfAbsent(name.toUpperCase(Locale.ROOT), WrittenEvents.decoded(value));
    }
}
