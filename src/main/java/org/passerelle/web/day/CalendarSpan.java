package org.passerelle.web.day;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.passerelle.time.Interval;

/**
 * The days that a calendar shows.
 *
 * @param end the day after the last
 */
record CalendarSpan(CalendarView view, LocalDate first, LocalDate end) {

    CalendarSpan next() {
        return view.around(end);
    }

    /** A list has no pages, so it goes back by a week. */
    CalendarSpan previous() {
        return view.around(view == CalendarView.LIST ? first.minusWeeks(1) : first.minusDays(1));
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && day.isBefore(end);
    }

    List<LocalDate> days() {
        return first.datesUntil(end).toList();
    }

    /** The whole of it, from midnight to midnight on the clocks of {@code zone}. */
    Interval time(ZoneId zone) {
        return Interval.of(
                DayWindow.day(first, zone).start(),
                DayWindow.day(end.minusDays(1), zone).end());
    }

    /** The same, which ends after {@code last}. */
    CalendarSpan until(LocalDate last) {
        return new CalendarSpan(view, first, last.plusDays(1));
    }
}
