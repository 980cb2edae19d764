package org.passerelle.time;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Opening hours that repeat every week, in local time; the zone is given when they are asked, never kept.
 */
public final class WeeklyHours {

    private final Map<DayOfWeek, List<MinuteRange>> ranges;

    private WeeklyHours(Map<DayOfWeek, List<MinuteRange>> ranges) {
        this.ranges = new EnumMap<>(ranges);
    }

    /** Minutes of a local day, {@code [start, end)}, {@code end} at most 1440. */
    public record MinuteRange(int start, int end) {}

    /** Reads for instance {@code Mo-Fr 08:00-20:00; Sa 09:00-12:00}. */
    public static WeeklyHours parse(String text) {
        throw new UnsupportedOperationException(text);
    }

    /** Whether every local minute of {@code interval} lies within opening hours. */
    public boolean enclose(Interval interval, ZoneId zone) {
        throw new UnsupportedOperationException(interval.toString() + zone + ranges);
    }
}
