package org.passerelle.time;

import java.time.temporal.ChronoUnit;

/** How often a rule comes round: FREQ of RFC 5545 section 3.3.10, daily or coarser. */
public enum Frequency {
    DAILY(ChronoUnit.DAYS, 1, 146_097),
    WEEKLY(ChronoUnit.WEEKS, 7, 20_871),
    MONTHLY(ChronoUnit.MONTHS, 31, 4_800),
    YEARLY(ChronoUnit.YEARS, 371, 400);

    private final ChronoUnit unit;
    private final int mostDays;
    private final int periodsInCalendarCycle;

    Frequency(ChronoUnit unit, int mostDays, int periodsInCalendarCycle) {
        this.unit = unit;
        this.mostDays = mostDays;
        this.periodsInCalendarCycle = periodsInCalendarCycle;
    }

    ChronoUnit unit() {
        return unit;
    }

    /** The days of the longest period; 53 weeks for a year, which may be made of whole weeks. */
    int mostDays() {
        return mostDays;
    }

    /**
     * The calendar repeats, weekdays included, every 400 years, which hold this many periods. So a rule that matches
     * nothing in this many periods in a row, whatever its INTERVAL, never matches again.
     */
    int periodsInCalendarCycle() {
        return periodsInCalendarCycle;
    }
}
