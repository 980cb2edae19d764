package org.passerelle.calendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a calendar by RFC 5545, 5546 and what clients are known to refuse. Strict, for what we write
 * ourselves; says everything it finds.
 */
public final class StrictCalendar {

    private static final Pattern PROPERTY = Pattern.compile(
            "([A-Z][A-Z0-9-]*)((?:;[A-Z][A-Z0-9-]*=(?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)*):(.*)");
    private static final Pattern ZONE = Pattern.compile(";TZID=([^;:]+)");
    private static final Pattern UTC = Pattern.compile("\\d{8}T\\d{6}Z");
    private static final Set<String> ONCE = Set.of(
            "UID",
            "DTSTAMP",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RECURRENCE-ID",
            "SEQUENCE",
            "SUMMARY",
            "STATUS",
            "ORGANIZER",
            "TRANSP",
            "CLASS",
            "DESCRIPTION",
            "LOCATION",
            "VERSION",
            "PRODID",
            "METHOD",
            "CALSCALE");

    private final List<String> faults = new ArrayList<>();
    private final Set<String> declaredZones = new HashSet<>();
    private final Set<String> usedZones = new HashSet<>();
    private String method = "";

    private StrictCalendar() {}

    /** Empty for a calendar that nobody can object to. */
    public static List<String> faults(byte[] calendar) {
        StrictCalendar check = new StrictCalendar();
        check.check(new String(calendar, StandardCharsets.UTF_8));
        return check.faults;
    }

    private void check(String text) {
        demand(text.endsWith("END:VCALENDAR\r\n"), "does not end with END:VCALENDAR and CRLF");
        demand(!text.contains("\uFFFD"), "holds broken characters");
        for (String line : text.split("\r\n", -1)) {
            demand(line.getBytes(StandardCharsets.UTF_8).length <= 75, "a line of more than 75 octets: " + line);
            demand(line.chars().noneMatch(c -> c < ' ' && c != '\t' || c == 0x7F), "a control character: " + line);
        }
        String unfolded = text.replace("\r\n ", "").replace("\r\n\t", "");
        Deque<String> open = new ArrayDeque<>();
        Deque<Map<String, List<String>>> properties = new ArrayDeque<>();
        String[] lines = unfolded.split("\r\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            Matcher property = PROPERTY.matcher(lines[i]);
            if (!property.matches()) {
                faults.add("not a property: " + lines[i]);
                continue;
            }
            String name = property.group(1);
            if (name.equals("BEGIN")) {
                demand(open.isEmpty() == property.group(3).equals("VCALENDAR"), "VCALENDAR is not outermost");
                open.push(property.group(3));
                properties.push(new HashMap<>());
            } else if (name.equals("END")) {
                demand(property.group(3).equals(open.peek()), "END of what is not open: " + lines[i]);
                component(open.pop(), properties.pop());
            } else if (properties.peek() == null) {
                faults.add("a property outside: " + lines[i]);
            } else {
                properties
                        .peek()
                        .computeIfAbsent(name, each -> new ArrayList<>())
                        .add(lines[i]);
                zone(lines[i]);
            }
        }
        demand(open.isEmpty(), "something is not closed");
        demand(declaredZones.equals(usedZones), "zones used " + usedZones + ", declared " + declaredZones);
    }

    private void zone(String line) {
        Matcher zone = ZONE.matcher(line);
        if (zone.find()) {
            usedZones.add(zone.group(1));
            demand(!zone.group(1).equals("UTC"), "TZID=UTC");
            demand(!line.endsWith("Z"), "a TZID and a Z: " + line);
        }
    }

    private void component(String name, Map<String, List<String>> found) {
        found.forEach((property, lines) ->
                demand(lines.size() == 1 || !ONCE.contains(property), "more than one " + property + " in " + name));
        switch (name) {
            case "VCALENDAR" -> {
                demand(found.getOrDefault("VERSION", List.of()).equals(List.of("VERSION:2.0")), "VERSION is not 2.0");
                demand(found.containsKey("PRODID"), "no PRODID");
            }
            case "VTIMEZONE" -> declaredZones.add(value(found, "TZID"));
            case "STANDARD", "DAYLIGHT" -> {
                demand(value(found, "TZOFFSETTO").matches("[+-]\\d{4}"), "an odd TZOFFSETTO");
                demand(value(found, "TZOFFSETFROM").matches("[+-]\\d{4}"), "an odd TZOFFSETFROM");
                demand(!found.containsKey("RDATE"), "RDATE in a time zone, which Outlook passes over");
            }
            case "VEVENT" -> event(found);
            default -> demand(true, "");
        }
        if (found.containsKey("METHOD")) {
            method = value(found, "METHOD");
        }
    }

    private void event(Map<String, List<String>> found) {
        demand(!value(found, "UID").isEmpty(), "no UID");
        demand(UTC.matcher(value(found, "DTSTAMP")).matches(), "DTSTAMP is not in UTC");
        demand(found.containsKey("DTSTART"), "no DTSTART");
        demand(!found.containsKey("EXRULE"), "EXRULE");
        String start = value(found, "DTSTART");
        String end = value(found, "DTEND");
        if (!end.isEmpty() && start.endsWith("Z") == end.endsWith("Z")) {
            demand(end.compareTo(start) > 0, "DTEND is not after DTSTART");
        }
        found.getOrDefault("ATTENDEE", List.of())
                .forEach(line -> demand(line.contains(":mailto:"), "an attendee without mailto: " + line));
    }

    /** What holds of a REPLY besides (RFC 5546 section 3.2.3): one attendee in each event, and no alarms. */
    public static List<String> faultsOfReply(byte[] calendar) {
        StrictCalendar check = new StrictCalendar();
        String text = new String(calendar, StandardCharsets.UTF_8);
        check.check(text);
        check.faults.remove("no DTSTART"); // An answer need not say when (RFC 5546 section 3.2.3).
        check.demand(check.method.equals("REPLY"), "METHOD is not REPLY");
        for (String event : text.replace("\r\n ", "").split("BEGIN:VEVENT")) {
            if (event.contains("END:VEVENT")) {
                check.demand(event.split("\r\nATTENDEE[;:]", -1).length == 2, "not exactly one ATTENDEE");
                check.demand(event.contains("\r\nREQUEST-STATUS:"), "no REQUEST-STATUS");
                check.demand(event.contains(";PARTSTAT="), "no PARTSTAT");
            }
        }
        check.demand(!text.contains("BEGIN:VALARM"), "an alarm");
        return check.faults;
    }

    private static String value(Map<String, List<String>> found, String name) {
        List<String> lines = found.getOrDefault(name, List.of());
        return lines.isEmpty() ? "" : lines.get(0).substring(lines.get(0).indexOf(':') + 1);
    }

    private void demand(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
