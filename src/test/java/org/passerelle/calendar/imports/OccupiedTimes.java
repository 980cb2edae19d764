package org.passerelle.calendar.imports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.time.Interval;

/** When a calendar occupies a room in Paris in the year after 29 November 2026, in that room's time. */
final class OccupiedTimes {
    /** Five days at ten, an hour each, from Monday, 7 December 2026. */
    static final String DAILY = """
            DTSTART;TZID=Europe/Paris:20261207T100000
            DTEND;TZID=Europe/Paris:20261207T110000
            RRULE:FREQ=DAILY;COUNT=5
            """;

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final Interval YEAR =
            Interval.of(Instant.parse("2026-11-28T00:00:00Z"), Instant.parse("2027-11-30T00:00:00Z"));

    private OccupiedTimes() {}

    /** From each start to its end, such as {@code 2026-12-08 10:00 - 2026-12-08 11:00}. */
    static List<String> of(String timeZones, String... events) {
        return dates(calendar(timeZones, events)).dates().stream()
                .map(date ->
                        local(date.time().start()) + " - " + local(date.time().end()))
                .toList();
    }

    /** What is said of events that are not followed. */
    static List<String> broken(String timeZones, String... events) {
        return dates(calendar(timeZones, events)).broken().stream()
                .map(BrokenEvent::reason)
                .toList();
    }

    static ExternalDates dates(String calendar) {
        return ExternalDates.of(
                SchedulingMessages.read(calendar.getBytes(StandardCharsets.UTF_8), PARIS), YEAR, "Elsewhere", () -> {});
    }

    /** Events that give themselves no UID are all of the same. */
    static String calendar(String timeZones, String... events) {
        List<String> lines = new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elsewhere//EN"));
        timeZones.lines().forEach(lines::add);
        for (String event : events) {
            lines.add("BEGIN:VEVENT");
            if (!event.contains("UID:")) {
                lines.add("UID:one");
            }
            lines.add("DTSTAMP:20261101T080000Z");
            event.lines().forEach(lines::add);
            lines.add("END:VEVENT");
        }
        lines.add("END:VCALENDAR");
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String local(Instant moment) {
        return FORM.format(LocalDateTime.ofInstant(moment, PARIS));
    }
}
