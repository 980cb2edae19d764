package org.passerelle.invitation.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.Schedule;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.EventLength;
import org.passerelle.calendar.message.EventMoment;
import org.passerelle.calendar.message.EventTime;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/** When an event is, in the terms of bookings. Pure. */
final class Times {

    /** Rules are looked at no further ahead than this. */
    private static final Duration FAR = Duration.ofDays(3L * 366);

    /** As many dates as a booking may have. */
    private static final int MOST_COMPARED = 751;

    private Times() {}

    /** Equal for messages that mean the same times, whatever else they say. */
    static String fingerprint(CalendarEvent event) {
        return event.time().start().instant() + "/" + event.time().end() + "/"
                + event.repetition()
                        .rule()
                        .map(rule -> event.time().zone() + "/" + rule)
                        .orElse("") + "/"
                + instants(event.repetition().excluded()) + "/"
                + added(event);
    }

    private static String added(CalendarEvent event) {
        Duration usual = event.time().length();
        return event.repetition().added().stream()
                .map(each -> each.length().equals(usual)
                        ? each.start().instant().toString()
                        : each.start().instant() + "-" + each.end())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String instants(List<EventMoment> moments) {
        return moments.stream().map(each -> each.instant().toString()).sorted().collect(Collectors.joining(","));
    }

    /** Whether nothing of it is left at {@code now}. */
    static boolean isOver(CalendarEvent event, Instant now) {
        Instant justBefore = now.minus(event.time().length());
        boolean laterDates =
                event.repetition().added().stream().anyMatch(each -> each.end().isAfter(now));
        boolean laterStarts = event.repetition()
                .rule()
                .filter(rule -> !rule.occurrences(
                                event.time().start().local(),
                                event.time().zone(),
                                Interval.of(justBefore, now.plus(FAR)),
                                1)
                        .isEmpty())
                .isPresent();
        return !event.time().end().isAfter(now) && !laterDates && !laterStarts;
    }

    /**
     * The dates of {@code event} that its rule gives and that have not begun at {@code now}; without a rule, its one date.
     *
     * @param home the zone of single events in UTC, as Google writes them
     * @param elsewhere dates of the series that are dealt with on their own
     */
    static Optional<Schedule> schedule(CalendarEvent event, ZoneId home, Set<Instant> elsewhere, Instant now) {
        EventTime time = event.time();
        EventDuration length = length(time);
        Optional<Recurrence> rule = event.repetition().rule();
        if (rule.isEmpty()) {
            ZoneId zone = isUtc(time.zone()) ? home : time.zone();
            LocalDateTime start = LocalDateTime.ofInstant(time.start().instant(), zone);
            return Optional.of(new Schedule(start, zone, length, Optional.empty(), Set.of()));
        }
        LocalDateTime start = time.start().local();
        Optional<Recurrence.Start> first = Stream.concat(
                        rule.get().occurrences(start, time.zone(), Interval.of(now, now.plus(FAR)), 1).stream(),
                        rule.get().first(1, start, time.zone()).stream()
                                .filter(each -> each.instant().isAfter(now)))
                .findFirst();
        return first.flatMap(next -> rule.get()
                .continuingFrom(next.instant(), start, time.zone())
                .map(left -> new Schedule(
                        next.local(),
                        time.zone(),
                        length,
                        Optional.of(left),
                        excluded(event, elsewhere, next.instant()))));
    }

    /** How long each of its dates is: days on the clock, then elapsed time. */
    static EventDuration length(EventTime time) {
        EventLength length = time.recurring().length();
        if (!time.isOfAKnownZone()) {
            return EventDuration.exact(time.length()); // its days are not those of any zone that bookings know
        }
        return new EventDuration(Duration.ofDays(length.days()), length.time());
    }

    private static Set<LocalDate> excluded(CalendarEvent event, Set<Instant> elsewhere, Instant from) {
        ZoneId zone = event.time().zone();
        Stream<LocalDate> written = event.repetition().excluded().stream()
                .filter(each -> each.wholeDay() || !each.instant().isBefore(from))
                .map(each -> each.wholeDay() ? each.local().toLocalDate() : LocalDate.ofInstant(each.instant(), zone));
        return Stream.concat(written, elsewhere.stream().map(each -> LocalDate.ofInstant(each, zone)))
                .distinct()
                .limit(Schedule.MOST_EXCLUDED)
                .collect(Collectors.toSet());
    }

    /** The dates that no rule gives: those that are added, and a first one that does not fit its rule. */
    static List<CalendarEvent> besideTheRule(CalendarEvent event, Instant now) {
        List<EventTime> dates = new ArrayList<>();
        Optional<Recurrence> rule = event.repetition().rule();
        EventMoment start = event.time().start();
        if (rule.isPresent()
                && rule.get().first(1, start.local(), start.zone()).stream()
                        .noneMatch(first -> first.instant().equals(start.instant()))) {
            dates.add(event.time());
        }
        dates.addAll(event.repetition().added());
        return dates.stream()
                .filter(each -> !isLeftOut(event, each.start().instant()))
                .filter(each -> each.start().instant().isAfter(now)
                        && each.end().isAfter(each.start().instant()))
                .limit(100)
                .map(each -> date(event, each.start(), Interval.of(each.start().instant(), each.end())))
                .toList();
    }

    /** Whether all dates that its rule gives are at the same moments in the zone by which bookings are kept. */
    static boolean fitsItsZone(CalendarEvent event) {
        return event.repetition()
                .rule()
                .filter(rule -> !event.time().keepsItsMoments(rule, MOST_COMPARED))
                .isEmpty();
    }

    /** Whether an EXDATE names the date that begins then, or its day (RFC 5545 section 3.8.5.1). */
    private static boolean isLeftOut(CalendarEvent event, Instant start) {
        LocalDate day = LocalDate.ofInstant(start, event.time().zone());
        return event.repetition().excluded().stream()
                .anyMatch(each -> each.wholeDay()
                        ? each.local().toLocalDate().equals(day)
                        : each.instant().equals(start));
    }

    /**
     * Each date of {@code event}, which adds dates to a series, under its own start.
     *
     * @return empty if they have no end, or are more than {@code most}
     */
    static Optional<List<CalendarEvent>> added(CalendarEvent event, int most) {
        EventMoment start = event.time().start();
        Optional<Recurrence> rule = event.repetition().rule();
        List<CalendarEvent> all = new ArrayList<>(besideTheRule(event, Instant.MIN));
        if (rule.isEmpty()) {
            all.add(date(event, start, Interval.of(start.instant(), event.time().end())));
        } else {
            Set<Instant> without = event.repetition().excluded().stream()
                    .map(EventMoment::instant)
                    .collect(Collectors.toSet());
            rule.get().first(most + 1, start.local(), start.zone()).stream()
                    .filter(each -> !without.contains(each.instant()))
                    .map(each -> date(
                            event,
                            original(event, each.instant()),
                            Interval.of(each.instant(), event.time().endOf(each.local()))))
                    .forEach(all::add);
        }
        return Optional.of(all).filter(dates -> dates.size() <= most);
    }

    /** The date of {@code event} that began at {@code original}, at {@code time}. */
    static CalendarEvent date(CalendarEvent event, EventMoment original, Interval time) {
        ZoneId zone = event.time().zone();
        LocalDateTime local = LocalDateTime.ofInstant(time.start(), zone);
        EventTime when = event.time().wholeDays()
                ? event.time().at(local.toLocalDate().atStartOfDay())
                : new EventTime(new EventMoment(local, zone, time.start(), false), time.end());
        return new CalendarEvent(
                new CalendarEvent.Identity(
                        event.uid(),
                        Optional.of(original),
                        false,
                        event.identity().sequence(),
                        event.identity().stamp()),
                when,
                CalendarEvent.Repetition.NONE,
                event.people(),
                event.words(),
                event.standing());
    }

    /** The start that the rule of {@code event} gives at {@code start}, as RECURRENCE-ID names it. */
    static EventMoment original(CalendarEvent event, Instant start) {
        ZoneId zone = event.time().zone();
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        return event.time().wholeDays()
                ? EventMoment.day(local.toLocalDate().atStartOfDay(), zone)
                : new EventMoment(local, zone, start, false);
    }

    static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }
}
