package org.passerelle.booking.order;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.passerelle.time.ByParts;
import org.passerelle.time.Frequency;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;
import org.passerelle.time.WeekdayNumber;

/** The rhythms that a list offers; a rule (RFC 5545 section 3.3.10) can say many more. */
public enum Repeat {
    NONE,
    DAILY,
    WORKDAYS,
    WEEKLY,
    FORTNIGHTLY,
    /** The same day of each month; months without it are passed over. */
    MONTHLY_DATE,
    /** The same weekday of the month, such as the fourth Wednesday; the fifth is taken as the last. */
    MONTHLY_WEEKDAY;

    /** As often a series repeats at most that is chosen from a list. */
    public static final int MOST_TIMES = 750;

    private static final List<DayOfWeek> WORKING_DAYS =
            Arrays.asList(DayOfWeek.values()).subList(0, 5);

    static Optional<Repeat> parse(String text) {
        return Arrays.stream(values())
                .filter(repeat -> repeat.name().equals(text))
                .findFirst();
    }

    /** The rule for a series from {@code first} on; not for {@link #NONE}. */
    Recurrence rule(LocalDate first, RecurrenceEnd end) {
        return switch (this) {
            case NONE -> throw new IllegalStateException("A single date has no rule");
            case DAILY -> rule(Frequency.DAILY, 1, List.of(), end);
            case WORKDAYS ->
                rule(
                        Frequency.WEEKLY,
                        1,
                        WORKING_DAYS.stream().map(WeekdayNumber::every).toList(),
                        end);
            case WEEKLY -> rule(Frequency.WEEKLY, 1, List.of(), end);
            case FORTNIGHTLY -> rule(Frequency.WEEKLY, 2, List.of(), end);
            case MONTHLY_DATE -> rule(Frequency.MONTHLY, 1, List.of(), end);
            case MONTHLY_WEEKDAY -> rule(Frequency.MONTHLY, 1, List.of(weekdayOfMonth(first)), end);
        };
    }

    private static WeekdayNumber weekdayOfMonth(LocalDate date) {
        int week = (date.getDayOfMonth() - 1) / 7 + 1;
        return WeekdayNumber.of(week == 5 ? -1 : week, date.getDayOfWeek());
    }

    private static Recurrence rule(Frequency frequency, int interval, List<WeekdayNumber> days, RecurrenceEnd end) {
        ByParts by = days.isEmpty()
                ? ByParts.NONE
                : new ByParts(List.of(), List.of(), List.of(), List.of(), days, List.of());
        return new Recurrence(frequency, interval, by, end, DayOfWeek.MONDAY);
    }
}
