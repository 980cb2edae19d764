package org.passerelle.web.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How much of a calendar is shown at a time, and how. */
enum CalendarView {
    WEEK,
    MONTH,
    /** All that there is, day by day, as far ahead as four weeks. */
    LIST;

    private static final int WEEKS_LISTED = 4;

    /** The last part of its address. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stretch that holds {@code date}, or begins with it. */
    CalendarSpan around(LocalDate date) {
        LocalDate first = first(date);
        return new CalendarSpan(this, first, end(first));
    }

    private LocalDate first(LocalDate date) {
        return switch (this) {
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case LIST -> date;
        };
    }

    private LocalDate end(LocalDate first) {
        return switch (this) {
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case LIST -> first.plusWeeks(WEEKS_LISTED);
        };
    }
}
