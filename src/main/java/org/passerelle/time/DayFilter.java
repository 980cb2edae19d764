package org.passerelle.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.List;

/**
 * Which days a rule chooses, the order of BYSETPOS aside. RFC 5545 describes BYxxx parts as expanding or limiting; for
 * rules that are daily or coarser both come to the same: a day of the period is chosen when it satisfies every part.
 */
final class DayFilter {

    private final ByParts by;
    private final WeekFields weeks;
    private final boolean ordinalsCountInMonth;

    /** What {@code rule} leaves open is taken from the start of the series (RFC 5545 section 3.3.10). */
    DayFilter(Recurrence rule, LocalDate start) {
        this.by = completed(rule, start);
        this.weeks = WeekFields.of(rule.weekStart(), 4);
        this.ordinalsCountInMonth =
                rule.frequency() == Frequency.MONTHLY || !rule.by().months().isEmpty();
    }

    private static ByParts completed(Recurrence rule, LocalDate start) {
        var by = rule.by();
        boolean weekOnly = by.yearDays().isEmpty()
                && by.monthDays().isEmpty()
                && by.weekdays().isEmpty();
        if (rule.frequency() == Frequency.WEEKLY || !by.weekNumbers().isEmpty()) {
            return weekOnly ? onWeekday(by, start.getDayOfWeek()) : by;
        }
        if (rule.frequency() == Frequency.DAILY || by.choosesDays()) {
            return by;
        }
        boolean monthOpen = rule.frequency() == Frequency.YEARLY && by.months().isEmpty();
        var months = monthOpen ? List.of(start.getMonthValue()) : by.months();
        var days = List.of(start.getDayOfMonth());
        return new ByParts(months, by.weekNumbers(), by.yearDays(), days, by.weekdays(), by.positions());
    }

    private static ByParts onWeekday(ByParts by, DayOfWeek day) {
        var weekdays = List.of(WeekdayNumber.every(day));
        return new ByParts(by.months(), by.weekNumbers(), by.yearDays(), by.monthDays(), weekdays, by.positions());
    }

    boolean choosesMonth(int month) {
        return by.months().isEmpty() || by.months().contains(month);
    }

    /** Whether {@code date}, of a month that is chosen, satisfies all other parts. */
    boolean choosesDay(LocalDate date) {
        return weekdayMatches(date)
                && matches(by.monthDays(), date.getDayOfMonth(), date.lengthOfMonth())
                && matches(by.yearDays(), date.getDayOfYear(), date.lengthOfYear())
                && weekMatches(date);
    }

    private boolean weekdayMatches(LocalDate date) {
        if (by.weekdays().isEmpty()) {
            return true;
        }
        int position = ordinalsCountInMonth ? date.getDayOfMonth() : date.getDayOfYear();
        int length = ordinalsCountInMonth ? date.lengthOfMonth() : date.lengthOfYear();
        var day = date.getDayOfWeek();
        for (WeekdayNumber weekday : by.weekdays()) {
            if (weekday.day() == day && weekday.numbers(position, length)) {
                return true;
            }
        }
        return false;
    }

    private boolean weekMatches(LocalDate date) {
        if (by.weekNumbers().isEmpty()) {
            return true;
        }
        var field = weeks.weekOfWeekBasedYear();
        return matches(
                by.weekNumbers(), date.get(field), (int) date.range(field).getMaximum());
    }

    /** Whether the {@code position}-th of {@code length}, or its number counted from the end, is wanted. */
    private static boolean matches(List<Integer> wanted, int position, int length) {
        return wanted.isEmpty() || wanted.contains(position) || wanted.contains(position - length - 1);
    }
}
