package org.passerelle.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How often a rule comes round: FREQ of RFC 5545 section 3.3.10, daily or coarser. */
public enum Frequency {
    DAILY(ChronoUnit.DAYS, 146_097),
    WEEKLY(ChronoUnit.WEEKS, 20_871),
    MONTHLY(ChronoUnit.MONTHS, 4_800),
    YEARLY(ChronoUnit.YEARS, 400);

    private final ChronoUnit unit;
    private final int periodsInCalendarCycle;

    Frequency(ChronoUnit unit, int periodsInCalendarCycle) {
        this.unit = unit;
        this.periodsInCalendarCycle = periodsInCalendarCycle;
    }

    ChronoUnit unit() {
        return unit;
    }

    /**
     * The calendar repeats, weekdays included, every 400 years, which hold this many periods. So a rule that matches
     * nothing in this many periods in a row, whatever its INTERVAL, never matches again.
     */
    int periodsInCalendarCycle() {
        return periodsInCalendarCycle;
    }

    /** The first day of the day, week, month or year that {@code date} lies in. */
    LocalDate startOfPeriod(LocalDate date, DayOfWeek weekStart) {
        return switch (this) {
            case DAILY -> date;
            case WEEKLY -> date.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTHLY -> date.withDayOfMonth(1);
            case YEARLY -> date.withDayOfYear(1);
        };
    }
}
