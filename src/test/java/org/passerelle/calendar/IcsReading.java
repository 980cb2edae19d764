package org.passerelle.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.passerelle.time.Interval;

/** What an independent program makes of a calendar: biweekly reads it, expands the rules and applies the overrides. */
public final class IcsReading {

    private IcsReading() {}

    /** The dates of all events, sorted. */
    public static List<Interval> intervals(byte[] ics) {
        return byUid(ics).values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Interval::start))
                .toList();
    }

    /** The dates of each event. */
    public static Map<String, List<Interval>> byUid(byte[] ics) {
        ICalendar calendar = calendar(ics);
        Map<String, Map<Instant, VEvent>> overrides = new HashMap<>();
        for (VEvent event : calendar.getEvents()) {
            recurrenceId(event)
                    .ifPresent(id -> overrides
                            .computeIfAbsent(event.getUid().getValue(), uid -> new HashMap<>())
                            .put(id, event));
        }
        Map<String, List<Interval>> found = new HashMap<>();
        for (VEvent event : calendar.getEvents()) {
            if (recurrenceId(event).isEmpty()) {
                String uid = event.getUid().getValue();
                List<Interval> dates = found.computeIfAbsent(uid, each -> new ArrayList<>());
                add(dates, calendar, event, overrides.getOrDefault(uid, Map.of()));
            }
        }
        return found;
    }

    public static ICalendar calendar(byte[] ics) {
        return Biweekly.parse(new String(ics, StandardCharsets.UTF_8)).first();
    }

    private static void add(List<Interval> found, ICalendar calendar, VEvent event, Map<Instant, VEvent> overrides) {
        TimeZone zone = Optional.ofNullable(calendar.getTimezoneInfo().getTimezone(event.getDateStart()))
                .map(assigned -> assigned.getTimeZone())
                .orElse(TimeZone.getTimeZone("UTC"));
        Duration length = Duration.between(start(event), end(event));
        DateIterator starts = event.getDateIterator(zone);
        while (starts.hasNext()) {
            Instant start = starts.next().toInstant();
            VEvent override = overrides.get(start);
            found.add(override == null ? Interval.of(start, length) : Interval.of(start(override), end(override)));
        }
    }

    private static Instant start(VEvent event) {
        return event.getDateStart().getValue().toInstant();
    }

    private static Instant end(VEvent event) {
        return event.getDateEnd().getValue().toInstant();
    }

    private static Optional<Instant> recurrenceId(VEvent event) {
        return Optional.ofNullable(event.getRecurrenceId())
                .map(id -> id.getValue().toInstant());
    }
}
