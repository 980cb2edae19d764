package org.passerelle.i18n;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.i18n.Phrases.Spoken;
import org.passerelle.time.ByParts;
import org.passerelle.time.WeekdayNumber;

/** Says which days the parts of a rule choose out of a month or year: {@code the first Monday}, {@code the last day}. */
record ChosenDayTexts(ByParts by, LocalDate first, Spoken spoken) {

    private static final List<DayOfWeek> WORKDAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** What {@code days} are called together, by the end of a message key; empty if they have no name. */
    static Optional<String> nameOf(List<DayOfWeek> days) {
        if (days.equals(List.of(DayOfWeek.values()))) {
            return Optional.of("day");
        }
        return days.equals(WORKDAYS)
                ? Optional.of("workday")
                : Optional.of("weekend-day").filter(name -> days.equals(WEEKEND));
    }

    /** Without what {@link #condition} says. */
    String told() {
        return by.positions().isEmpty() ? (isConditional() ? numbered() : each()) : positioned();
    }

    /** On which weekdays alone the days count that are chosen by their numbers, for instance {@code a Friday}. */
    Optional<String> condition() {
        return by.positions().isEmpty() && isConditional()
                ? Optional.of(spoken.any(by.weekdays(), this::aWeekday))
                : Optional.empty();
    }

    private boolean isConditional() {
        return !by.weekdays().isEmpty()
                && !(by.monthDays().isEmpty() && by.yearDays().isEmpty());
    }

    /** The n-th of the days that the other parts choose. */
    private String positioned() {
        boolean weekdaysAlone = by.monthDays().isEmpty()
                && by.yearDays().isEmpty()
                && !by.weekdays().isEmpty()
                && by.weekdays().stream().allMatch(day -> day.ordinal() == 0);
        List<DayOfWeek> days =
                by.weekdays().stream().map(WeekdayNumber::day).sorted().toList();
        Optional<String> name = !weekdaysAlone
                ? Optional.empty()
                : days.size() == 1
                        ? Optional.of(spoken.weekday(days.get(0)))
                        : nameOf(days).map(key -> spoken.text("name." + key));
        return name.map(one -> spoken.all(by.positions(), position -> spoken.nth(position, one)))
                .orElseGet(() -> spoken.text(
                        "nth-of",
                        spoken.all(
                                by.positions(),
                                position -> spoken.nth(position, "").strip()),
                        each()));
    }

    private String each() {
        if (isConditional()) {
            return spoken.text("if", numbered(), spoken.any(by.weekdays(), this::aWeekday));
        }
        if (!by.weekdays().isEmpty()) {
            return spoken.all(by.weekdays(), this::weekday);
        }
        return by.monthDays().isEmpty() && by.yearDays().isEmpty() ? anyDay() : numbered();
    }

    /** The days that numbers choose, those counted from the end last. */
    private String numbered() {
        Stream<String> days = Stream.concat(
                fromTheStartFirst(by.yearDays()).map(this::yearDay),
                fromTheStartFirst(by.monthDays()).map(this::monthDay));
        return spoken.all(days.toList(), day -> day);
    }

    private static Stream<Integer> fromTheStartFirst(List<Integer> numbers) {
        return Stream.concat(
                numbers.stream().filter(number -> number > 0), numbers.stream().filter(number -> number < 0));
    }

    /** What the start leaves over, where only weeks or months are chosen. */
    private String anyDay() {
        return by.weekNumbers().isEmpty()
                ? monthDay(first.getDayOfMonth())
                : spoken.text("weekday.each", spoken.weekday(first.getDayOfWeek()));
    }

    private String weekday(WeekdayNumber day) {
        String name = spoken.weekday(day.day());
        return day.ordinal() == 0 ? spoken.text("weekday.each", name) : spoken.nth(day.ordinal(), name);
    }

    private String aWeekday(WeekdayNumber day) {
        return day.ordinal() == 0 ? spoken.aWeekday(day.day()) : weekday(day);
    }

    private String monthDay(int day) {
        return day > 0
                ? spoken.text(day == 1 ? "month-day.1" : "month-day", spoken.numbered(day), day)
                : spoken.nth(day, spoken.text("name.day"));
    }

    private String yearDay(int day) {
        return spoken.text("of.year", spoken.nth(day, spoken.text("name.day")));
    }
}
