package org.passerelle.web.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.passerelle.web.PageWords;

/**
 * A day in the strip above the timeline.
 *
 * @param name short name of the weekday
 * @param words the whole date
 */
record WeekDay(LocalDate date, String name, String words) {

    /** Monday to Sunday of the week that {@code date} lies in. */
    static List<WeekDay> around(LocalDate date, Locale locale) {
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday.datesUntil(monday.plusWeeks(1))
                .map(day -> new WeekDay(
                        day, day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale), PageWords.day(day, locale)))
                .toList();
    }

    public int weekday() {
        return date.getDayOfWeek().getValue();
    }

    public boolean isWeekend() {
        return weekday() > DayOfWeek.FRIDAY.getValue();
    }
}
