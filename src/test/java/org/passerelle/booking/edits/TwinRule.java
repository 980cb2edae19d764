package org.passerelle.booking.edits;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A rule as somebody reads it off a wall calendar, day by day.
 *
 * @param step every how many days, or weeks if {@code weekly}
 * @param weekdays of a weekly rule; none if it comes on that of its first day
 */
record TwinRule(boolean weekly, int step, Set<DayOfWeek> weekdays, int count) {

    private static final List<DayOfWeek> WORKDAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    static TwinRule any(Random random) {
        boolean weekly = random.nextInt(4) > 0;
        Set<DayOfWeek> weekdays = new TreeSet<>();
        for (int i = random.nextInt(3); weekly && i > 0; i--) {
            weekdays.add(WORKDAYS.get(random.nextInt(WORKDAYS.size())));
        }
        return new TwinRule(weekly, 1 + random.nextInt(2), weekdays, 2 + random.nextInt(6));
    }

    TwinRule counting(int dates) {
        return new TwinRule(weekly, step, weekdays, dates);
    }

    /** The only date, in the rhythm of this. */
    TwinRule once() {
        return new TwinRule(weekly, step, Set.of(), 1);
    }

    boolean isLike(TwinRule other) {
        return counting(1).equals(other.counting(1));
    }

    boolean hasRhythmOf(TwinRule other) {
        return weekly == other.weekly && step == other.step;
    }

    List<LocalDate> days(LocalDate first) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = first; days.size() < count; day = day.plusDays(1)) {
            if (has(day, first)) {
                days.add(day);
            }
        }
        return days;
    }

    private boolean has(LocalDate day, LocalDate first) {
        if (!weekly) {
            return (day.toEpochDay() - first.toEpochDay()) % step == 0;
        }
        long weeks = (monday(day).toEpochDay() - monday(first).toEpochDay()) / 7;
        boolean isWeekday =
                weekdays.isEmpty() ? day.getDayOfWeek() == first.getDayOfWeek() : weekdays.contains(day.getDayOfWeek());
        return weeks % step == 0 && isWeekday;
    }

    private static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }

    /** As RFC 5545 section 3.3.10 writes it. */
    String text() {
        String by = weekdays.stream().map(day -> day.name().substring(0, 2)).collect(Collectors.joining(","));
        return "FREQ=" + (weekly ? "WEEKLY" : "DAILY") + ";INTERVAL=" + step + ";COUNT=" + count
                + (by.isEmpty() ? "" : ";BYDAY=" + by);
    }
}
