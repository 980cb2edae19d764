package org.passerelle.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.time.HalfDays.LocalRange;

/**
 * Opening hours that repeat every week, in local time; the zone is given when they are asked, never kept. A moment is
 * open when the wall clock then shows an open minute, so a day of 23 or 25 hours needs no rule of its own.
 */
public final class WeeklyHours {

    /** Open at every minute of every day. */
    public static final WeeklyHours ALWAYS = parse("Mo-Su 00:00-24:00");

    /** Never open. */
    public static final WeeklyHours NEVER = parse("closed");

    /** Unless they are always open, no hours stay open for longer, not even where a zone once skipped a day. */
    private static final Duration LONGEST_STRETCH = Duration.ofDays(15);

    private static final int SECONDS_A_MINUTE = 60;
    private static final Duration WIDEST_OFFSET = Duration.ofHours(18);

    private final Map<DayOfWeek, List<MinuteRange>> ranges;

    WeeklyHours(Map<DayOfWeek, List<MinuteRange>> ranges) {
        this.ranges = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            this.ranges.put(day, List.copyOf(ranges.getOrDefault(day, List.of())));
        }
    }

    /** Minutes of a local day, {@code [start, end)}, {@code end} at most 1440. */
    public record MinuteRange(int start, int end) {

        /** Midnight at the end of a day. */
        public static final int END_OF_DAY = 24 * 60;

        /** @throws IllegalArgumentException unless {@code 0 <= start < end <= 1440} */
        public MinuteRange {
            if (start < 0 || start >= end || end > END_OF_DAY) {
                throw new IllegalArgumentException(
                        "Opening hours must start before they end, within one day: " + text(start) + "-" + text(end));
            }
        }

        @Override
        public String toString() {
            return text(start) + "-" + text(end);
        }

        private static String text(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    /**
     * Reads for instance {@code Mo-Fr 08:00-20:00; Sa 09:00-12:00}, a subset of OpenStreetMap's notation: lists and
     * (wrapping) ranges of days, several ranges of hours, {@code closed}, {@code 24/7}. A later rule replaces what an
     * earlier one said of the same day; days not named are closed. At most 500 characters.
     *
     * @throws IllegalArgumentException if {@code text} is not of this form, saying which part is not
     */
    public static WeeklyHours parse(String text) {
        return new WeeklyHours(WeeklyHoursText.read(text));
    }

    /** The open ranges of a day of the week, sorted, neither overlapping nor touching; empty when closed. */
    public List<MinuteRange> on(DayOfWeek day) {
        return ranges.getOrDefault(day, List.of());
    }

    /**
     * The open intervals of one local day, sorted and joined. Empty when closed, and when the zone skipped that day. In
     * an hour that the clock shows twice, both passages count.
     */
    public List<Interval> on(LocalDate date, ZoneId zone) {
        var from = date.atStartOfDay().toInstant(ZoneOffset.UTC).minus(WIDEST_OFFSET);
        var to = from.plus(WIDEST_OFFSET.multipliedBy(2)).plus(Duration.ofDays(1));
        var open = new ArrayList<Interval>();
        while (from.isBefore(to)) {
            @Nullable ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            var until = change == null || change.getInstant().isAfter(to) ? to : change.getInstant();
            addOpen(open, date, zone.getRules().getOffset(from), Interval.of(from, until));
            from = until;
        }
        return Interval.merge(open);
    }

    private void addOpen(List<Interval> open, LocalDate date, ZoneOffset offset, Interval stretch) {
        for (MinuteRange range : on(date.getDayOfWeek())) {
            Instant start = instant(date, range.start(), offset);
            Instant end = instant(date, range.end(), offset);
            Interval.of(start, end).intersection(stretch).ifPresent(open::add);
        }
    }

    private static Instant instant(LocalDate date, int minute, ZoneOffset offset) {
        return date.atStartOfDay().plusMinutes(minute).toInstant(offset);
    }

    /**
     * Whether every local minute of {@code interval} lies within opening hours. Hours that end at 24:00 go on into
     * hours that start at 00:00 the next day. Looks at no more than about two weeks, however long the interval.
     */
    public boolean enclose(Interval interval, ZoneId zone) {
        if (isAlwaysOpen()) {
            return true;
        }
        if (interval.length().compareTo(LONGEST_STRETCH) > 0) {
            return false;
        }
        var start = LocalDateTime.ofInstant(interval.start(), zone);
        var end = LocalDateTime.ofInstant(interval.end(), zone);
        if (encloseOneDay(start, end) && keepsItsOffset(interval, zone)) {
            return true;
        }
        var first = start.toLocalDate();
        var last = end.toLocalDate();
        var open = new ArrayList<Interval>();
        for (LocalDate day = first.minusDays(1); !day.isAfter(last.plusDays(1)); day = day.plusDays(1)) {
            open.addAll(on(day, zone));
        }
        return Interval.merge(open).stream().anyMatch(stretch -> stretch.encloses(interval));
    }

    /** Whether there is a day of the week on which they are open all through {@code range}. */
    public boolean encloseOnSomeDay(LocalRange range) {
        int from = range.start().toSecondOfDay();
        int until = range.end().toSecondOfDay();
        return ranges.values().stream()
                .flatMap(List::stream)
                .anyMatch(open -> open.start() * SECONDS_A_MINUTE <= from && until <= open.end() * SECONDS_A_MINUTE);
    }

    /** Whether both are of one day, and within the same hours of it: what nearly every booking is. */
    private boolean encloseOneDay(LocalDateTime start, LocalDateTime end) {
        return start.toLocalDate().equals(end.toLocalDate())
                && on(start.getDayOfWeek()).stream()
                        .anyMatch(range -> range.start() * SECONDS_A_MINUTE
                                        <= start.toLocalTime().toSecondOfDay()
                                && !end.isAfter(end.toLocalDate().atStartOfDay().plusMinutes(range.end())));
    }

    private static boolean keepsItsOffset(Interval interval, ZoneId zone) {
        @Nullable ZoneOffsetTransition change = zone.getRules().nextTransition(interval.start());
        return change == null || change.getInstant().isAfter(interval.end());
    }

    private boolean isAlwaysOpen() {
        var wholeDay = List.of(new MinuteRange(0, MinuteRange.END_OF_DAY));
        return ranges.values().stream().allMatch(wholeDay::equals);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WeeklyHours hours && ranges.equals(hours.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    /** The shortest text that {@link #parse} reads as these hours, days in order from Monday. */
    @Override
    public String toString() {
        return WeeklyHoursText.write(this);
    }
}
