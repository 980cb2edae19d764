package org.passerelle.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which days a rule chooses in a period, BYSETPOS included. Months and years come in few kinds, by their length and the weekday
 * they begin with; what is chosen in one of a kind is chosen in all of them, and found out once. For one thread.
 */
final class ChosenDays {

    private static final int[] NONE = {};

    private final Recurrence rule;
    private final DayFilter filter;
    private final Map<Integer, int[]> known = new HashMap<>();

    /** @param start the local date the series starts on, from which comes what the rule leaves open */
    ChosenDays(Recurrence rule, LocalDate start) {
        this.rule = rule;
        this.filter = new DayFilter(rule, start);
    }

    /** Whether any period can be long enough for a position that is asked for. */
    boolean canExist() {
        List<Integer> positions = rule.by().positions();
        return positions.isEmpty()
                || positions.stream()
                        .anyMatch(position ->
                                Math.abs(position) <= rule.frequency().mostDays());
    }

    /** In order; {@code start} and {@code end} are those of a period of the rule, or for a daily rule of a month. */
    Stream<LocalDate> between(LocalDate start, LocalDate end) {
        int[] offsets = rule.frequency() == Frequency.WEEKLY
                ? offsets(start, end)
                : known.computeIfAbsent(kind(start), any -> offsets(start, end));
        return IntStream.of(offsets).mapToObj(start::plusDays);
    }

    /** Two periods of the same kind have the same days, and so have the years around them where weeks reach into these. */
    private int kind(LocalDate start) {
        if (rule.frequency() != Frequency.YEARLY) {
            return (start.getMonthValue() * 32 + start.lengthOfMonth()) * 8
                    + start.getDayOfWeek().getValue();
        }
        LocalDate within = start.plusDays(6); // a year of whole weeks may start in December
        int leaps = leap(within.minusYears(1)) + 2 * leap(within) + 4 * leap(within.plusYears(1));
        return leaps * 8 + within.withDayOfYear(1).getDayOfWeek().getValue();
    }

    private static int leap(LocalDate year) {
        return year.isLeapYear() ? 1 : 0;
    }

    private int[] offsets(LocalDate start, LocalDate end) {
        List<Integer> days = new ArrayList<>();
        int offset = 0;
        for (LocalDate day = start; day.isBefore(end); ) {
            LocalDate next = filter.choosesMonth(day.getMonthValue())
                    ? day.plusDays(1)
                    : day.withDayOfMonth(1).plusMonths(1);
            if (filter.choosesMonth(day.getMonthValue()) && filter.choosesDay(day)) {
                days.add(offset);
            }
            offset += (int) (next.toEpochDay() - day.toEpochDay());
            day = next;
        }
        if (days.isEmpty()) {
            return NONE;
        }
        // Of the days of a daily rule each is a period of its own, and the first and the last in it.
        boolean positioned = !rule.by().positions().isEmpty() && rule.frequency() != Frequency.DAILY;
        return (positioned ? atPositions(days) : days.stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Stream<Integer> atPositions(List<Integer> days) {
        return rule.by().positions().stream()
                .map(position -> position > 0 ? position - 1 : days.size() + position)
                .filter(index -> index >= 0 && index < days.size())
                .sorted()
                .distinct()
                .map(days::get);
    }
}
