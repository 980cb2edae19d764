package org.passerelle.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A reader of VTIMEZONE that knows only text: what a client without a zone database would compute, up to 2035. */
public final class OffsetsRead {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final NavigableMap<Instant, Integer> offsets = new TreeMap<>();

    public static OffsetsRead of(String component) {
        OffsetsRead read = new OffsetsRead();
        Map<String, String> part = new HashMap<>();
        for (String line : component.replace("\r\n ", "").split("\r\n")) {
            String[] nameAndValue = line.split(":", 2);
            if (line.equals("END:STANDARD") || line.equals("END:DAYLIGHT")) {
                read.add(part);
                part.clear();
            }
            part.put(nameAndValue[0], nameAndValue[1]);
        }
        return read;
    }

    public int offsetSeconds(Instant moment) {
        return offsets.floorEntry(moment).getValue();
    }

    private void add(Map<String, String> part) {
        LocalDateTime start = LocalDateTime.parse(required(part, "DTSTART"), LOCAL);
        ZoneOffset from = ZoneOffset.of(required(part, "TZOFFSETFROM"));
        int to = ZoneOffset.of(required(part, "TZOFFSETTO")).getTotalSeconds();
        String rule = part.getOrDefault("RRULE", "");
        if (rule.isEmpty()) {
            offsets.put(start.toInstant(from), to);
            return;
        }
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(rule.split(";"))
                .map(field -> field.split("=", 2))
                .forEach(field -> fields.put(field[0], field[1]));
        List<LocalDate> days = new ArrayList<>();
        for (int year = start.getYear(); year <= 2035; year++) {
            days.add(day(year, fields));
        }
        if (!days.get(0).equals(start.toLocalDate())) {
            throw new AssertionError("DTSTART " + start + " does not match " + rule);
        }
        days.forEach(day -> offsets.put(day.atTime(start.toLocalTime()).toInstant(from), to));
    }

    private static LocalDate day(int year, Map<String, String> fields) {
        LocalDate month = LocalDate.of(year, Integer.parseInt(required(fields, "BYMONTH")), 1);
        String byDay = fields.getOrDefault("BYDAY", "");
        if (byDay.isEmpty()) {
            return month.withDayOfMonth(Integer.parseInt(required(fields, "BYMONTHDAY")));
        }
        DayOfWeek weekday = DayOfWeek.of(DAYS.indexOf(byDay.substring(byDay.length() - 2)) + 1);
        if (byDay.length() > 2) {
            int ordinal = Integer.parseInt(byDay.substring(0, byDay.length() - 2));
            return month.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
        }
        return Arrays.stream(required(fields, "BYMONTHDAY").split(","))
                .map(number -> month.withDayOfMonth(Integer.parseInt(number)))
                .filter(day -> day.getDayOfWeek() == weekday)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new AssertionError("No " + name + " in " + fields);
        }
        return value;
    }
}
