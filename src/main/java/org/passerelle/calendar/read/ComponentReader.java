package org.passerelle.calendar.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.passerelle.calendar.fault.CalendarFaultCode;

/**
 * Cuts the text of calendars into components, within bounds and in one pass, whatever ends its lines. Our own, because
 * ical4j gives up the whole of a calendar for one bad line in it; ADR 43 has the figures.
 */
public final class ComponentReader {

    static final int MOST_COMPONENTS = 100_000;
    static final int DEEPEST = 6;

    /** Components in one event: alarms, mostly. */
    static final int MOST_IN_ONE = 1_000;

    /** What stands directly in a calendar, and in nothing else (RFC 5545 section 3.6). */
    private static final Set<String> OF_A_CALENDAR = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE");

    /** Longer values are cut: they hold attachments or pictures, never anything that we use. */
    static final int LONGEST_LINE = 65_536;

    private final Deque<Component> open = new ArrayDeque<>();
    private final List<Component> calendars = new ArrayList<>();
    private int components;

    /** Of the component that stands directly in the calendar. */
    private int parts;

    private ComponentReader() {}

    /**
     * The VCALENDARs of {@code text}; what stands outside of them is passed over.
     *
     * @throws Unreadable if there are too many components
     */
    public static List<Component> read(String text) throws Unreadable {
        return new ComponentReader().lines(text);
    }

    private List<Component> lines(String text) throws Unreadable {
        StringBuilder current = new StringBuilder();
        int begun = 1;
        int number = 0;
        for (int from = 0; from < text.length(); ) {
            number++;
            int end = lineEnd(text, from);
            if (end > from && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
                append(current, text, from + 1, end);
            } else if (end > from) {
                take(current.toString(), begun);
                current.setLength(0);
                append(current, text, from, end);
                begun = number;
            }
            from = afterLineEnd(text, end);
        }
        take(current.toString(), begun);
        return calendars;
    }

    private static void append(StringBuilder line, String text, int from, int end) {
        line.append(text, from, Math.max(from, Math.min(end, from + LONGEST_LINE - line.length())));
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    private static int afterLineEnd(String text, int end) {
        boolean isPair = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        return isPair ? end + 2 : end + 1;
    }

    private void take(String line, int number) throws Unreadable {
        if (startsWith(line, "BEGIN:")) {
            begin(line.substring(6).strip().toUpperCase(Locale.ROOT), number);
        } else if (startsWith(line, "END:")) {
            end(line.substring(4).strip().toUpperCase(Locale.ROOT));
        } else if (!open.isEmpty()) {
            PropertyLine.parse(line).ifPresent(open.getLast()::add);
        }
    }

    private static boolean startsWith(String line, String word) {
        return line.regionMatches(true, 0, word, 0, word.length());
    }

    private void begin(String name, int number) throws Unreadable {
        if (++components > MOST_COMPONENTS) {
            throw new Unreadable(CalendarFaultCode.TOO_MANY_COMPONENTS, MOST_COMPONENTS);
        }
        if (OF_A_CALENDAR.contains(name)) {
            backToTheCalendar();
            parts = 0;
        } else if (open.size() == DEEPEST || ++parts > MOST_IN_ONE) {
            backToTheCalendar(); // and with that the one which holds too much has no end
            return;
        }
        Component begun = new Component(name, number);
        if (!open.isEmpty()) {
            open.getLast().add(begun);
        } else if (name.equals("VCALENDAR")) {
            calendars.add(begun);
        } else {
            return;
        }
        open.addLast(begun);
    }

    /**
     * Leaves what was not closed as it is, and carries on with the calendar: an event that has lost its end takes no other
     * event with it, and neither does one with the end of the calendar in it.
     */
    private void backToTheCalendar() {
        if (calendars.isEmpty()) {
            return;
        }
        while (open.size() > 1) {
            open.removeLast();
        }
        if (open.isEmpty()) {
            open.addLast(calendars.get(calendars.size() - 1));
        }
    }

    /** An END that fits nothing open is passed over; one that fits an outer component leaves the inner ones unclosed. */
    private void end(String name) {
        if (open.stream().noneMatch(each -> each.name().equals(name))) {
            return;
        }
        while (!open.getLast().name().equals(name)) {
            open.removeLast();
        }
        open.removeLast().close();
    }
}
