package org.passerelle.calendar.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.passerelle.calendar.zone.EventClock;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.ExpansionTooDear;
import org.passerelle.time.Interval;

/**
 * The dates of all events of one UID together: a series, the dates of it that differ (RECURRENCE-ID), and those from which on
 * all differ (RANGE=THISANDFUTURE, RFC 5545 section 3.2.13). For one thread, to be used once.
 */
public final class SeriesDates {

    /** Starts of one rule that are looked at. */
    private static final int MOST_STARTS = 3_000;

    private static final Duration MARGIN = Duration.ofDays(2);

    private final List<CalendarEvent> parts;
    private final Interval window;
    private final ExpansionBudget budget;
    private final Map<Instant, CalendarEvent> single = new HashMap<>();
    private final NavigableMap<Instant, CalendarEvent> onwards = new TreeMap<>();
    private final Map<Instant, SeriesDate> found = new HashMap<>();
    private final Map<LocalDate, Instant> added = new HashMap<>();

    /**
     * @param parts all of one UID
     * @param window that the dates are to overlap; those outside of it may or may not be found
     */
    public SeriesDates(List<CalendarEvent> parts, Interval window, ExpansionBudget budget) {
        this.parts = parts;
        this.window = window;
        this.budget = budget;
    }

    /**
     * Also dates that are cancelled, as the events that cancel them; of two states of the same date the newer one (RFC 5546
     * section 2.1.5).
     *
     * @throws ExpansionTooDear if the budget is spent before all of them are found
     */
    public List<SeriesDate> dates() {
        Optional<CalendarEvent> series =
                parts.stream().filter(part -> part.recurrenceId().isEmpty()).reduce(SeriesDates::newer);
        for (CalendarEvent part : parts) {
            part.recurrenceId().map(id -> meant(id, series.orElse(part))).ifPresent(id -> {
                (part.identity().thisAndFuture() ? onwards : single).merge(id, part, SeriesDates::newer);
            });
        }
        series.ifPresent(this::addSeries);
        onwards.forEach((id, part) -> {
            if (part.recurs()) {
                addSeries(part);
            } else {
                found.put(id, new SeriesDate(id, part, part.time()));
            }
        });
        series.ifPresent(this::leaveOut);
        Map<Instant, Instant> byNewTime = originals();
        single.forEach((id, part) -> found.put(
                found.containsKey(id) ? id : byNewTime.getOrDefault(id, id), new SeriesDate(id, part, part.time())));
        return List.copyOf(found.values());
    }

    private static CalendarEvent newer(CalendarEvent one, CalendarEvent other) {
        Comparator<CalendarEvent.EventIdentity> age = Comparator.comparingInt(CalendarEvent.EventIdentity::sequence)
                .thenComparing(CalendarEvent.EventIdentity::stamp);
        return age.compare(one.identity(), other.identity()) > 0 ? one : other;
    }

    /** A day in a series of times of day means the date of that day; a time in a series of whole days the day it is on. */
    private Instant meant(EventMoment id, CalendarEvent series) {
        EventTime time = series.time();
        if (id.wholeDay() && !time.wholeDays()) {
            LocalDate day = id.local().toLocalDate();
            Instant byRule = time.at(day.atTime(time.recurring().start().toLocalTime()))
                    .start()
                    .instant();
            return addedDays(series).getOrDefault(day, byRule);
        }
        return !id.wholeDay() && time.wholeDays()
                ? time.at(WrittenDay.of(id, time.zone()).atStartOfDay()).start().instant()
                : id.instant();
    }

    /** The days on the clock of {@code series} for which RDATEs give a date that no EXDATE takes away. */
    private Map<LocalDate, Instant> addedDays(CalendarEvent series) {
        if (added.isEmpty()) {
            EventClock clock = series.time().recurring().clock();
            Set<Instant> excluded = new HashSet<>();
            series.repetition().excluded().forEach(moment -> excluded.add(moment.instant()));
            series.repetition().added().stream()
                    .map(date -> date.start().instant())
                    .filter(start -> !excluded.contains(start))
                    .forEach(start -> added.putIfAbsent(clock.local(start).toLocalDate(), start));
        }
        return added;
    }

    private void addSeries(CalendarEvent series) {
        EventTime first = series.time();
        add(series, first);
        series.repetition().added().forEach(date -> add(series, date));
        series.repetition()
                .rule()
                .ifPresent(rule -> rule.occurrences(
                                first.recurring().start(), first.recurring().clock(), reach(), MOST_STARTS, budget)
                        .forEach(start -> add(series, first.at(start.local()))));
    }

    /** Where a start lies whose date may overlap the window, wherever it is moved. */
    private Interval reach() {
        Duration longest = Duration.ZERO;
        Duration farthest = Duration.ZERO;
        for (CalendarEvent part : parts) {
            longest = longer(longest, part.time().length());
            if (part.identity().thisAndFuture()) {
                Instant id = part.recurrenceId().orElseThrow().instant();
                farthest = longer(
                        farthest,
                        Duration.between(id, part.time().start().instant()).abs());
            }
        }
        return window.extendedBy(longest.plus(farthest).plus(MARGIN), farthest.plus(MARGIN));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** A date as {@code series} has it, unless it is one of those that are said anew from a date on. */
    private void add(CalendarEvent series, EventTime date) {
        Instant original = date.start().instant();
        Map.Entry<Instant, CalendarEvent> from = onwards.floorEntry(original);
        if (from == null || from.getValue() == series) {
            found.putIfAbsent(original, new SeriesDate(original, series, date));
        } else if (!from.getValue().recurs()) {
            found.putIfAbsent(
                    original, new SeriesDate(original, from.getValue(), moved(from.getValue(), date, series)));
        }
    }

    /**
     * As far from {@code date} on the clock as the date that {@code onwards} names was moved, in the time zone where that is
     * now; one that is told in UTC goes on by the clock of the series.
     */
    private EventTime moved(CalendarEvent onwards, EventTime date, CalendarEvent series) {
        RecurringTime now = onwards.time().recurring();
        EventClock clock = series.time().recurring().clock();
        boolean isUtc =
                now.clock().written().isEmpty() && EventMoment.isUtc(now.clock().zone());
        Instant id = meant(onwards.recurrenceId().orElseThrow(), series);
        Duration since =
                Duration.between(clock.local(id), clock.local(date.start().instant()));
        if (onwards.time().wholeDays()) {
            return onwards.time().at(now.start().plusDays(Math.round(since.toHours() / 24.0)));
        }
        return isUtc
                ? new RecurringTime(clock.local(onwards.time().start().instant()), clock, now.length())
                        .at(clock.local(onwards.time().start().instant()).plus(since), false)
                : onwards.time().at(now.start().plus(since));
    }

    /** By the start that a date has in the series, and by no other to which RANGE has moved it (section 3.8.5.1). */
    private void leaveOut(CalendarEvent series) {
        Set<Instant> moments = new HashSet<>();
        Set<LocalDate> days = new HashSet<>();
        EventClock clock = series.time().recurring().clock();
        for (EventMoment moment : series.repetition().excluded()) {
            if (moment.wholeDay() && !series.time().wholeDays()) {
                days.add(moment.local().toLocalDate());
            } else {
                moments.add(moment.instant());
            }
        }
        found.values()
                .removeIf(date -> moments.contains(date.original())
                        || days.contains(clock.local(date.original()).toLocalDate()));
    }

    /** Some name a date that was moved with all later ones by its new time. */
    private Map<Instant, Instant> originals() {
        Map<Instant, Instant> originals = new HashMap<>();
        for (SeriesDate date : found.values()) {
            if (date.event().identity().thisAndFuture() && !single.containsKey(date.original())) {
                originals.put(date.time().start().instant(), date.original());
            }
        }
        return originals;
    }
}
