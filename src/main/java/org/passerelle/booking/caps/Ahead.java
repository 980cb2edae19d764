package org.passerelle.booking.caps;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.time.Slots;

/**
 * What one document claims from a day on: how much on which day.
 *
 * @param claims by day of UTC, each more than 0
 */
record Ahead(Map<Long, Integer> claims) {

    static final Ahead NOTHING = new Ahead(Map.of());

    /** Of {@code stretches} what lies on {@code today} or later. */
    static Ahead of(List<Stretch> stretches, long today) {
        if (stretches.isEmpty()) {
            return NOTHING;
        }
        TreeMap<Long, Integer> days = new TreeMap<>();
        for (Stretch stretch : stretches) {
            long from = Math.max(stretch.firstSlot(), today * Slots.A_DAY);
            while (from < stretch.endSlot()) {
                long day = Math.floorDiv(from, (long) Slots.A_DAY);
                long end = Math.min(stretch.endSlot(), (day + 1) * Slots.A_DAY);
                days.merge(day, (int) (end - from), Integer::sum);
                from = end;
            }
        }
        return days.isEmpty() ? NOTHING : new Ahead(days.size() == 1 ? Map.copyOf(days) : days);
    }

    static Ahead on(long day, long claims) {
        return claims == 0 ? NOTHING : new Ahead(Map.of(day, (int) claims));
    }

    /** What is left of it from {@code today} on. */
    Ahead from(long today) {
        TreeMap<Long, Integer> left = new TreeMap<>(claims);
        left.headMap(today).clear();
        return new Ahead(left);
    }

    boolean isNothing() {
        return claims.isEmpty();
    }

    /** The day on which it is over. */
    long lastDay() {
        long last = Long.MIN_VALUE;
        for (long day : claims.keySet()) {
            last = Math.max(last, day);
        }
        return last;
    }

    long total() {
        long total = 0;
        for (int ofADay : claims.values()) {
            total += ofADay;
        }
        return total;
    }
}
