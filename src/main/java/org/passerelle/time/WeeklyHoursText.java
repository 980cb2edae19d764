package org.passerelle.time;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.time.WeeklyHours.MinuteRange;

/** Opening hours as text, read and written; the notation is a subset of OpenStreetMap's {@code opening_hours}. */
final class WeeklyHoursText {

    private static final int MAX_LENGTH = 500;
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final Pattern RULE = Pattern.compile("([A-Za-z][A-Za-z,\\- ]*?)\\s+(\\d.*|closed|off)");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");
    private static final List<MinuteRange> WHOLE_DAY = List.of(new MinuteRange(0, MinuteRange.END_OF_DAY));

    private WeeklyHoursText() {}

    static Map<DayOfWeek, List<MinuteRange>> read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Opening hours are limited to " + MAX_LENGTH + " characters");
        }
        var result = new EnumMap<DayOfWeek, List<MinuteRange>>(DayOfWeek.class);
        for (String rule : text.split(";", -1)) {
            readRule(rule.strip()).forEach(result::put);
        }
        return result;
    }

    private static Map<DayOfWeek, List<MinuteRange>> readRule(String rule) {
        if (rule.equals("closed") || rule.equals("off")) {
            return everyDay(List.of());
        }
        if (rule.equals("24/7")) {
            return everyDay(WHOLE_DAY);
        }
        var matcher = RULE.matcher(rule);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Opening hours need days and hours, such as 'Mo-Fr 08:00-20:00', but read '" + rule + "'");
        }
        var ranges = readRanges(matcher.group(2));
        return days(matcher.group(1)).stream().collect(Collectors.toMap(day -> day, day -> ranges));
    }

    private static Map<DayOfWeek, List<MinuteRange>> everyDay(List<MinuteRange> ranges) {
        return EnumSet.allOf(DayOfWeek.class).stream().collect(Collectors.toMap(day -> day, day -> ranges));
    }

    private static Set<DayOfWeek> days(String list) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (String item : list.split(",", -1)) {
            var ends = item.strip().split("\\s*-\\s*", -1);
            if (ends.length > 2) {
                throw new IllegalArgumentException("A range of days has two ends, but read '" + item.strip() + "'");
            }
            var next = day(ends[0]);
            var last = day(ends[ends.length - 1]);
            days.add(next);
            while (next != last) {
                next = next.plus(1);
                days.add(next);
            }
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        for (int i = 0; i < DAYS.size(); i++) {
            if (DAYS.get(i).equalsIgnoreCase(name)) {
                return DayOfWeek.of(i + 1);
            }
        }
        throw new IllegalArgumentException("A day is one of " + String.join(", ", DAYS) + ", but read '" + name + "'");
    }

    private static List<MinuteRange> readRanges(String list) {
        if (!Character.isDigit(list.charAt(0))) {
            return List.of();
        }
        var ranges = new ArrayList<MinuteRange>();
        for (String item : list.split(",", -1)) {
            ranges.add(readRange(item.strip()));
        }
        ranges.sort(Comparator.comparingInt(MinuteRange::start));
        return joined(ranges);
    }

    private static MinuteRange readRange(String text) {
        var matcher = HOURS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Hours are written as '08:00-20:00', but read '" + text + "'");
        }
        int start = minute(matcher.group(1), matcher.group(2));
        int end = minute(matcher.group(3), matcher.group(4));
        if (start >= end) {
            throw new IllegalArgumentException("Hours end after they start, on the same day (at 24:00 at the latest; "
                    + "hours past midnight go to the next day), but read '" + text + "'");
        }
        return new MinuteRange(start, end);
    }

    private static int minute(String hour, String minute) {
        int result = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        if (Integer.parseInt(minute) > 59 || result > MinuteRange.END_OF_DAY) {
            throw new IllegalArgumentException(
                    "A time is between 00:00 and 24:00, but read '" + hour + ":" + minute + "'");
        }
        return result;
    }

    private static List<MinuteRange> joined(List<MinuteRange> sorted) {
        var result = new ArrayList<MinuteRange>();
        for (MinuteRange range : sorted) {
            int last = result.size() - 1;
            if (last >= 0 && range.start() < result.get(last).end()) {
                throw new IllegalArgumentException("Hours overlap: '" + result.get(last) + "' and '" + range + "'");
            }
            if (last >= 0 && range.start() == result.get(last).end()) {
                result.set(last, new MinuteRange(result.get(last).start(), range.end()));
            } else {
                result.add(range);
            }
        }
        return List.copyOf(result);
    }

    static String write(WeeklyHours hours) {
        var daysByHours = new LinkedHashMap<List<MinuteRange>, EnumSet<DayOfWeek>>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!hours.on(day).isEmpty()) {
                daysByHours
                        .computeIfAbsent(hours.on(day), ranges -> EnumSet.noneOf(DayOfWeek.class))
                        .add(day);
            }
        }
        if (daysByHours.isEmpty()) {
            return "closed";
        }
        return daysByHours.entrySet().stream()
                .map(entry -> write(entry.getValue()) + " "
                        + entry.getKey().stream().map(MinuteRange::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
    }

    private static String write(EnumSet<DayOfWeek> days) {
        var runs = new ArrayList<String>();
        for (DayOfWeek day : days) {
            boolean startsRun = day == DayOfWeek.MONDAY || !days.contains(day.minus(1));
            if (startsRun) {
                var last = day;
                while (last != DayOfWeek.SUNDAY && days.contains(last.plus(1))) {
                    last = last.plus(1);
                }
                runs.add(name(day) + (last == day ? "" : "-" + name(last)));
            }
        }
        return String.join(",", runs);
    }

    private static String name(DayOfWeek day) {
        return DAYS.get(day.getValue() - 1);
    }
}
