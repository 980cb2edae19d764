package org.passerelle.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A recurrence rule of RFC 5545 section 3.3.10, daily or coarser. It knows neither start nor zone: both are given when
 * it is expanded, and each occurrence keeps the wall time of the start. Where clocks change, {@link WallTime} decides:
 * a start that is skipped moves to the first moment after the gap, of a start that comes twice the first is meant.
 *
 * <p>Occurrences are exactly what the rule generates from the start on; the start itself is one only when it matches.
 * Dates that do not exist (30 February) are passed over. Expansion is lazy and ends: nothing is later than the year
 * 9999, and a search is given up after 400 years of the calendar (which then repeats) without a match.
 *
 * @param interval every how many days, weeks, months or years, 1 to 9999
 * @param by which days of each period
 * @param weekStart WKST, the first day of a week
 */
public record Recurrence(Frequency frequency, int interval, ByParts by, RecurrenceEnd end, DayOfWeek weekStart) {

    private static final int MAX_INTERVAL = 9999;

    /** When one occurrence starts: what people agreed, and the moment that this is in the zone it was asked for. */
    public record Start(LocalDateTime local, Instant instant) {}

    /** @throws InvalidRecurrence if the interval is out of bounds, or parts do not go together by RFC 5545 */
    public Recurrence {
        if (interval < 1 || interval > MAX_INTERVAL) {
            throw new InvalidRecurrence(
                    RecurrenceFault.OUT_OF_RANGE, "INTERVAL=" + interval, "An interval is from 1 to " + MAX_INTERVAL);
        }
        boolean yearly = frequency == Frequency.YEARLY;
        boolean numbersWeekdays = yearly || frequency == Frequency.MONTHLY;
        boolean choosesSome = by.choosesDays() || !by.months().isEmpty();
        refuse(
                frequency == Frequency.WEEKLY && !by.monthDays().isEmpty(),
                "BYMONTHDAY",
                "does not go into a weekly rule");
        refuse(!yearly && !by.yearDays().isEmpty(), "BYYEARDAY", "goes only into a yearly rule");
        refuse(!yearly && !by.weekNumbers().isEmpty(), "BYWEEKNO", "goes only into a yearly rule");
        refuse(by.hasOrdinals() && !numbersWeekdays, "BYDAY", "numbers weekdays only in a monthly or yearly rule");
        refuse(by.hasOrdinals() && !by.weekNumbers().isEmpty(), "BYDAY", "does not number weekdays next to BYWEEKNO");
        refuse(!by.positions().isEmpty() && !choosesSome, "BYSETPOS", "needs another BY part to choose from");
    }

    private static void refuse(boolean wrong, String part, String reason) {
        if (wrong) {
            throw new InvalidRecurrence(RecurrenceFault.CONTRADICTION, part, part + " " + reason);
        }
    }

    /**
     * Reads a rule such as {@code FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10}, with or without {@code RRULE:} before it, in upper
     * or lower case. At most 500 characters.
     *
     * @throws InvalidRecurrence if it is not one, contradicts itself, or repeats more often than daily
     */
    public static Recurrence parse(String text) {
        return RecurrenceParser.parse(text);
    }

    /** Whether neither COUNT nor UNTIL ends the series. */
    public boolean isInfinite() {
        return end instanceof RecurrenceEnd.Never;
    }

    /**
     * All starts of the series, in order, computed as they are consumed. Take one more than allowed to see whether
     * there are too many.
     *
     * @param start the local start of the series (DTSTART)
     */
    public Stream<Start> starts(LocalDateTime start, ZoneId zone) {
        return starts(
                start, in(zone), new Reach(start.toLocalDate(), RecurrenceEnd.LAST_DATE), ExpansionBudget.unlimited());
    }

    private static WallClock in(ZoneId zone) {
        return local -> WallTime.instant(local, zone);
    }

    /** The first starts of the series, at most {@code limit}. */
    public List<Start> first(int limit, LocalDateTime start, ZoneId zone) {
        return starts(start, zone).limit(limit).toList();
    }

    /**
     * As {@link #first(int, LocalDateTime, ZoneId)}, at the cost of {@code budget}.
     *
     * @throws ExpansionTooDear if it is spent before all of them are found
     */
    public List<Start> first(int limit, LocalDateTime start, ZoneId zone, ExpansionBudget budget) {
        return first(limit, start, in(zone), budget);
    }

    /**
     * As {@link #first(int, LocalDateTime, ZoneId, ExpansionBudget)}, by clocks that may be nowhere's.
     *
     * @throws ExpansionTooDear if the budget is spent before all of them are found
     */
    public List<Start> first(int limit, LocalDateTime start, WallClock clock, ExpansionBudget budget) {
        return starts(start, clock, new Reach(start.toLocalDate(), RecurrenceEnd.LAST_DATE), budget)
                .limit(limit)
                .toList();
    }

    /**
     * The starts that {@code window} contains, in order, at most {@code limit}. Unless COUNT has to be counted, the
     * search begins at the window however far it is from the start of the series.
     */
    public List<Start> occurrences(LocalDateTime start, ZoneId zone, Interval window, int limit) {
        return occurrences(start, zone, window, limit, ExpansionBudget.unlimited());
    }

    /**
     * As {@link #occurrences(LocalDateTime, ZoneId, Interval, int)}, at the cost of {@code budget}.
     *
     * @throws ExpansionTooDear if it is spent before all of them are found
     */
    public List<Start> occurrences(
            LocalDateTime start, ZoneId zone, Interval window, int limit, ExpansionBudget budget) {
        return occurrences(start, in(zone), window, limit, budget);
    }

    /**
     * As {@link #occurrences(LocalDateTime, ZoneId, Interval, int, ExpansionBudget)}, by clocks that may be nowhere's.
     *
     * @throws ExpansionTooDear if the budget is spent before all of them are found
     */
    public List<Start> occurrences(
            LocalDateTime start, WallClock clock, Interval window, int limit, ExpansionBudget budget) {
        var from = dateIn(ZoneOffset.MIN, window.start());
        var to = dateIn(ZoneOffset.MAX, window.end());
        return starts(start, clock, new Reach(isCounted() ? start.toLocalDate() : from, to), budget)
                .dropWhile(occurrence -> occurrence.instant().isBefore(window.start()))
                .takeWhile(occurrence -> occurrence.instant().isBefore(window.end()))
                .limit(limit)
                .toList();
    }

    /**
     * The part of this series before {@code cut}: the same rule with an earlier end, to be used with the same start.
     * Empty when nothing starts before {@code cut}.
     */
    public Optional<Recurrence> endingBefore(Instant cut, LocalDateTime start, ZoneId zone) {
        boolean startsBefore = starts(start, zone)
                .findFirst()
                .filter(first -> first.instant().isBefore(cut))
                .isPresent();
        if (!startsBefore) {
            return Optional.empty();
        }
        if (!reaches(cut, start, zone)) {
            return Optional.of(this);
        }
        return Optional.of(withEnd(
                isCounted()
                        ? new RecurrenceEnd.After(countBefore(cut, start, zone))
                        : new RecurrenceEnd.AtInstant(cut.minusNanos(1))));
    }

    /**
     * The part of this series from {@code cut} on, as a rule for a series that starts with the first occurrence not
     * before {@code cut}: COUNT becomes what is left of it. Empty when nothing is left.
     */
    public Optional<Recurrence> continuingFrom(Instant cut, LocalDateTime start, ZoneId zone) {
        if (!reaches(cut, start, zone)) {
            return Optional.empty();
        }
        return Optional.of(
                isCounted() ? withEnd(new RecurrenceEnd.After(end.count() - countBefore(cut, start, zone))) : this);
    }

    /** The same rhythm with another end. */
    public Recurrence withEnd(RecurrenceEnd newEnd) {
        return new Recurrence(frequency, interval, by, newEnd, weekStart);
    }

    private boolean isCounted() {
        return end instanceof RecurrenceEnd.After;
    }

    private boolean reaches(Instant cut, LocalDateTime start, ZoneId zone) {
        var from = isCounted() ? start.toLocalDate() : dateIn(ZoneOffset.MIN, cut);
        return starts(start, in(zone), new Reach(from, RecurrenceEnd.LAST_DATE), ExpansionBudget.unlimited())
                .anyMatch(occurrence -> !occurrence.instant().isBefore(cut));
    }

    private long countBefore(Instant cut, LocalDateTime start, ZoneId zone) {
        return starts(start, zone)
                .takeWhile(occurrence -> occurrence.instant().isBefore(cut))
                .count();
    }

    /** Both ends included. */
    private record Reach(LocalDate from, LocalDate to) {}

    private Stream<Start> starts(LocalDateTime start, WallClock clock, Reach reach, ExpansionBudget budget) {
        var dates = new RecurrenceDates(
                this, start.toLocalDate(), reach.from(), earlier(reach.to(), end.lastDate()), budget);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(dates, Spliterator.ORDERED), false)
                .limit(end.count())
                .map(date -> date.atTime(start.toLocalTime()))
                .map(local -> new Start(local, clock.instant(local)))
                .takeWhile(end::admits);
    }

    private static LocalDate dateIn(ZoneOffset offset, Instant instant) {
        return LocalDate.ofInstant(instant, offset);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The rule in its one canonical form, without {@code RRULE:}; {@link #parse} reads it back as an equal rule. */
    @Override
    public String toString() {
        var parts = new StringJoiner(";").add("FREQ=" + frequency);
        if (interval > 1) {
            parts.add("INTERVAL=" + interval);
        }
        if (!isInfinite()) {
            parts.add(end.toString());
        }
        if (weekStart != DayOfWeek.MONDAY) {
            parts.add("WKST=" + WeekdayNumber.code(weekStart));
        }
        if (!by.equals(ByParts.NONE)) {
            parts.add(by.toString());
        }
        return parts.toString();
    }
}
