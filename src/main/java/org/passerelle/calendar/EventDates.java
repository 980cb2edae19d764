package org.passerelle.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.booking.Booking;
import org.passerelle.booking.Occurrence;
import org.passerelle.booking.Schedule;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;
import org.passerelle.time.Recurrence.Start;
import org.passerelle.time.RecurrenceEnd;

/**
 * The dates of a booking as iCalendar says them: a first one with a rule, less the starts left out, and the dates that
 * differ from what the rule gives.
 *
 * @param first the first start of the rule, even when it is left out; or the one date of a booking without a rule
 * @param rule with its end in UTC, as RFC 5545 section 3.3.10 wants it
 * @param excluded local starts of the rule on which nothing is shown
 * @param span from the first moment that is told to the last
 */
record EventDates(
        Interval first,
        LocalDateTime localStart,
        Optional<Recurrence> rule,
        List<LocalDateTime> excluded,
        List<Differing> overrides,
        Interval span) {

    /** More than any series has: 750 dates, and as many left out. */
    private static final int MOST_STARTS = 3_000;

    /**
     * A date that differs.
     *
     * @param localStart what the rule gave, by which RECURRENCE-ID names it
     */
    record Differing(LocalDateTime localStart, Occurrence occurrence) {}

    EventDates {
        excluded = List.copyOf(excluded);
        overrides = List.copyOf(overrides);
    }

    /**
     * @param shown the dates of {@code booking} to be told, at least one
     * @param differs whether a date must be written on its own although its time is that of the rule
     */
    static EventDates of(Booking booking, Collection<Occurrence> shown, Function<Occurrence, Boolean> differs) {
        Schedule schedule = booking.schedule();
        ZoneId zone = schedule.zone();
        List<Start> starts = schedule.recurrence()
                .map(rule -> rule.first(MOST_STARTS, schedule.start(), zone))
                .orElse(List.of());
        if (starts.isEmpty()) {
            Interval time = shown.iterator().next().time();
            return new EventDates(time, local(time.start(), zone), Optional.empty(), List.of(), List.of(), time);
        }
        Map<Instant, Occurrence> byId = shown.stream()
                .collect(Collectors.toMap(Occurrence::recurrenceId, Function.identity(), (one, other) -> one));
        Map<Instant, LocalDateTime> locals = names(starts, byId, zone);
        Set<LocalDateTime> named = new HashSet<>(locals.values());
        Interval first = schedule.dateAt(starts.get(0).local());
        // As it is read: a first start in a gap of the clock is written as the rule gives it.
        Duration length = Duration.between(starts.get(0).local(), local(first.end(), zone));
        return new EventDates(
                first,
                starts.get(0).local(),
                schedule.recurrence().map(rule -> endingInUtc(rule, starts)),
                starts.stream()
                        .map(Start::local)
                        .filter(local -> !named.contains(local))
                        .toList(),
                shown.stream()
                        .map(date -> new Differing(Objects.requireNonNull(locals.get(date.recurrenceId())), date))
                        .filter(each -> differs.apply(each.occurrence()) || isMoved(each, first, length, zone))
                        .sorted(Comparator.comparing(Differing::localStart))
                        .toList(),
                span(first, starts.get(starts.size() - 1).instant(), shown));
    }

    /**
     * What RECURRENCE-ID calls each date shown. One that had begun when its series was changed has the name of before; there the
     * rule gives that day another start, in whose place it stands.
     */
    private static Map<Instant, LocalDateTime> names(List<Start> starts, Map<Instant, Occurrence> shown, ZoneId zone) {
        Map<Instant, LocalDateTime> names = new HashMap<>();
        Map<LocalDate, LocalDateTime> others = new HashMap<>();
        for (Start start : starts) {
            if (shown.containsKey(start.instant())) {
                names.put(start.instant(), start.local());
            } else {
                others.put(start.local().toLocalDate(), start.local());
            }
        }
        for (Instant id : shown.keySet()) {
            LocalDateTime before = local(id, zone);
            names.computeIfAbsent(id, any -> others.getOrDefault(before.toLocalDate(), before));
        }
        return names;
    }

    private static Interval span(Interval first, Instant lastStart, Collection<Occurrence> shown) {
        Instant start = first.start();
        Instant end = lastStart.plus(first.length());
        for (Occurrence each : shown) {
            start = start.isBefore(each.time().start()) ? start : each.time().start();
            end = end.isAfter(each.time().end()) ? end : each.time().end();
        }
        return Interval.of(start, end);
    }

    /**
     * Whether its time must be written. Of a series with DTEND every date lasts the same elapsed time (RFC 5545 section
     * 3.8.5.3), and yet many programs count on the wall; so a date is written wherever these two differ.
     *
     * @param first date of the rule
     * @param length of that on the wall
     */
    private static boolean isMoved(Differing each, Interval first, Duration length, ZoneId zone) {
        Interval time = each.occurrence().time();
        return !time.start().equals(each.occurrence().recurrenceId())
                || !time.length().equals(first.length())
                || !local(time.start(), zone).equals(each.localStart())
                || !Duration.between(local(time.start(), zone), local(time.end(), zone))
                        .equals(length);
    }

    private static Recurrence endingInUtc(Recurrence rule, List<Start> starts) {
        return rule.end() instanceof RecurrenceEnd.After
                ? rule
                : rule.withEnd(new RecurrenceEnd.AtInstant(
                        starts.get(starts.size() - 1).instant()));
    }

    private static LocalDateTime local(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone);
    }
}
