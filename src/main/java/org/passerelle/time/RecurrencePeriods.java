package org.passerelle.time;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;

/**
 * The days, weeks, months or years that a rule goes through, numbered from the one that the series starts in. The years
 * of a rule with BYWEEKNO are made of whole weeks, as the numbers of weeks are (ISO 8601): they may start in the last
 * days of December, and a date belongs to the year of its week.
 */
final class RecurrencePeriods {

    private static final int DAYS_IN_FIRST_WEEK = 4;

    private final Recurrence rule;
    private final boolean ofWholeWeeks;
    private final WeekFields weeks;
    private final LocalDate first;

    RecurrencePeriods(Recurrence rule, LocalDate seriesStart) {
        this.rule = rule;
        this.ofWholeWeeks = !rule.by().weekNumbers().isEmpty();
        this.weeks = WeekFields.of(rule.weekStart(), DAYS_IN_FIRST_WEEK);
        this.first = ofWholeWeeks ? weekYear(seriesStart) : startOfPeriod(seriesStart);
    }

    /** Always in the same year as the weeks around it, so it can stand for the year: the fourth of January. */
    private LocalDate weekYear(LocalDate date) {
        return LocalDate.of(date.get(weeks.weekBasedYear()), 1, DAYS_IN_FIRST_WEEK);
    }

    private LocalDate startOfPeriod(LocalDate date) {
        return switch (rule.frequency()) {
            case DAILY -> date;
            case WEEKLY -> date.with(TemporalAdjusters.previousOrSame(rule.weekStart()));
            case MONTHLY -> date.withDayOfMonth(1);
            case YEARLY -> date.withDayOfYear(1);
        };
    }

    /** The first day of a period; the period ends where the next one starts. */
    LocalDate start(long number) {
        var start = first.plus(number, rule.frequency().unit());
        return ofWholeWeeks ? start.with(TemporalAdjusters.previousOrSame(rule.weekStart())) : start;
    }

    /** The number of the period that {@code date} lies in, not before the start of the series. */
    long containing(LocalDate date) {
        return rule.frequency().unit().between(first, ofWholeWeeks ? weekYear(date) : date);
    }
}
