package org.passerelle.web.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * Keeps the days of a week side by side hour by hour, also when clocks change: where one day has an hour twice the others are
 * given another hour of room there, and so is a day that lacks one.
 */
final class WeekRows {

    private static final int HOURS = 24;
    private static final int DIGITS = 2;

    private final int[] slots = new int[HOURS];
    private final Map<LocalDate, List<Gap>> gaps = new HashMap<>();

    /** Space that a day is given at {@code at}, in slots. */
    private record Gap(Instant at, int width) {}

    WeekRows(List<DayWindow> windows) {
        for (DayWindow window : windows) {
            int[] own = slots(window);
            for (int hour = 0; hour < HOURS; hour++) {
                slots[hour] = Math.max(slots[hour], own[hour]);
            }
        }
        windows.forEach(window -> gaps.put(window.date(), gapsOf(window)));
    }

    /** How many slots of each hour on the wall {@code window} has. */
    private static int[] slots(DayWindow window) {
        int[] slots = new int[HOURS];
        ZoneId zone = window.zone();
        long end = Slots.endExclusive(window.shown());
        for (long slot = Slots.first(window.shown()); slot < end; slot++) {
            slots[Slots.start(slot).atZone(zone).getHour()]++;
        }
        return slots;
    }

    /** What stands beside the days. */
    List<DayWindow.Hour> scale() {
        List<DayWindow.Hour> hours = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            if (slots[hour] > 0) {
                String digits = Integer.toString(hour);
                hours.add(new DayWindow.Hour("0".repeat(DIGITS - digits.length()) + digits + ":00", slots[hour]));
            }
        }
        return hours;
    }

    /** How high all hours are, in slots. */
    int height() {
        int height = 0;
        for (int hour : slots) {
            height += hour;
        }
        return height;
    }

    /** The height of {@code time} in the column of a day. */
    int height(Interval time, DayWindow window) {
        int height = DayWindow.width(time);
        boolean isFirst = time.start().equals(window.shown().start());
        for (Gap gap : gaps.getOrDefault(window.date(), List.of())) {
            boolean isWithin = time.start().isBefore(gap.at()) && !gap.at().isAfter(time.end());
            height += isWithin || isFirst && gap.at().equals(time.start()) ? gap.width() : 0;
        }
        return height;
    }

    private List<Gap> gapsOf(DayWindow window) {
        int[] own = slots(window);
        List<Gap> found = new ArrayList<>();
        long slot = Slots.first(window.shown());
        for (int hour = 0; hour < HOURS; hour++) {
            slot += own[hour];
            if (own[hour] < slots[hour]) {
                found.add(new Gap(Slots.start(slot), slots[hour] - own[hour]));
            }
        }
        return found;
    }
}
