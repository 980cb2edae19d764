package org.passerelle.time;

import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * The BYxxx parts of a rule that choose days, each sorted and without repetitions, empty when not given.
 *
 * @param months BYMONTH, 1 to 12
 * @param weekNumbers BYWEEKNO, 1 to 53 or -53 to -1; weeks start on WKST and the first has four days in the year
 * @param yearDays BYYEARDAY, 1 to 366 or -366 to -1
 * @param monthDays BYMONTHDAY, 1 to 31 or -31 to -1
 * @param weekdays BYDAY
 * @param positions BYSETPOS, 1 to 366 or -366 to -1, which of the days chosen by the others in one period to keep
 */
public record ByParts(
        List<Integer> months,
        List<Integer> weekNumbers,
        List<Integer> yearDays,
        List<Integer> monthDays,
        List<WeekdayNumber> weekdays,
        List<Integer> positions) {

    /** Nothing chosen: all comes from the start of the series. */
    public static final ByParts NONE = new ByParts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** @throws InvalidRecurrence if a number is out of its range */
    public ByParts {
        months = sorted(months);
        for (int month : months) {
            if (month < 1 || month > 12) {
                throw new InvalidRecurrence(
                        RecurrenceFault.OUT_OF_RANGE, "BYMONTH=" + month, "A month is a number from 1 to 12");
            }
        }
        weekNumbers = inRange("BYWEEKNO", weekNumbers, 53);
        yearDays = inRange("BYYEARDAY", yearDays, 366);
        monthDays = inRange("BYMONTHDAY", monthDays, 31);
        weekdays = sorted(weekdays);
        positions = inRange("BYSETPOS", positions, 366);
    }

    private static List<Integer> inRange(String name, Collection<Integer> values, int most) {
        for (int value : values) {
            if (value == 0 || Math.abs(value) > most) {
                throw new InvalidRecurrence(
                        RecurrenceFault.OUT_OF_RANGE,
                        name + "=" + value,
                        "Expected numbers from 1 to " + most + " or from -1 to -" + most);
            }
        }
        return sorted(values);
    }

    private static <T extends Comparable<T>> List<T> sorted(Collection<T> values) {
        return values.stream().sorted().distinct().toList();
    }

    boolean hasOrdinals() {
        return weekdays.stream().anyMatch(weekday -> !weekday.isEvery());
    }

    /** Whether some part other than BYMONTH and BYSETPOS says which days are meant. */
    public boolean choosesDays() {
        return !(weekNumbers.isEmpty() && yearDays.isEmpty() && monthDays.isEmpty() && weekdays.isEmpty());
    }

    /** As in a rule, for instance {@code BYMONTH=1;BYDAY=MO,-1FR}; empty when nothing is chosen. */
    @Override
    public String toString() {
        var parts = new StringJoiner(";");
        add(parts, "BYMONTH", months);
        add(parts, "BYWEEKNO", weekNumbers);
        add(parts, "BYYEARDAY", yearDays);
        add(parts, "BYMONTHDAY", monthDays);
        add(parts, "BYDAY", weekdays);
        add(parts, "BYSETPOS", positions);
        return parts.toString();
    }

    private static void add(StringJoiner parts, String name, List<?> values) {
        if (!values.isEmpty()) {
            parts.add(values.stream().map(String::valueOf).collect(Collectors.joining(",", name + "=", "")));
        }
    }
}
