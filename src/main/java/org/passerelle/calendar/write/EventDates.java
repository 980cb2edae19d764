package org.passerelle.calendar.write;

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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Schedule;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;
import org.passerelle.time.Recurrence.Start;
import org.passerelle.time.RecurrenceEnd;

/**
 * The dates of a booking as iCalendar says them: a first one with a rule, less the starts left out, the dates that
 * differ from what the rule gives, and those that it does not give at all.
 *
 * @param first the first start of the rule, even when it is left out; or the one date of a booking without a rule
 * @param rule with its end in UTC, as RFC 5545 section 3.3.10 wants it
 * @param excluded local starts of the rule on which nothing is shown
 * @param outside dates that began before the rule moved on; RECURRENCE-ID cannot name them, for it names a start of the rule
 * @param span from the first moment that is told to the last
 */
record EventDates(
        Interval first,
        LocalDateTime localStart,
        Optional<Recurrence> rule,
        List<LocalDateTime> excluded,
        List<Differing> overrides,
        List<Occurrence> outside,
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
        outside = List.copyOf(outside);
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
        Map<Instant, Occurrence> byId = shown.stream()
                .collect(Collectors.toMap(Occurrence::recurrenceId, Function.identity(), (one, other) -> one));
        Map<Instant, LocalDateTime> locals = names(starts, byId, zone);
        if (locals.isEmpty()) {
            return withoutRule(List.copyOf(shown), zone);
        }
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
                        .flatMap(date -> Optional.ofNullable(locals.get(date.recurrenceId())).stream()
                                .map(local -> new Differing(local, date)))
                        .filter(each -> differs.apply(each.occurrence()) || isMoved(each, first, length, zone))
                        .sorted(Comparator.comparing(Differing::localStart))
                        .toList(),
                shown.stream()
                        .filter(date -> !locals.containsKey(date.recurrenceId()))
                        .sorted(Occurrence.BY_START)
                        .toList(),
                span(first, starts.get(starts.size() - 1).instant(), shown));
    }

    /** The first of {@code shown}, and beside it all others. */
    private static EventDates withoutRule(List<Occurrence> shown, ZoneId zone) {
        Interval first = shown.get(0).time();
        return new EventDates(
                first,
                local(first.start(), zone),
                Optional.empty(),
                List.of(),
                List.of(),
                shown.subList(1, shown.size()),
                span(first, first.start(), shown));
    }

    /**
     * What RECURRENCE-ID calls each date shown that the rule gives. One that had begun when its series was changed has the name
     * of before; where the rule gives that day another start, it stands in the place of that.
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
        shown.keySet().stream().filter(id -> !names.containsKey(id)).sorted().forEach(id -> {
            LocalDateTime start = others.remove(local(id, zone).toLocalDate());
            if (start != null) {
                names.put(id, start);
            }
        });
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
