package org.passerelle.caldav.put;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.model.Schedule;
import org.passerelle.caldav.calendar.LaidEvents.LaidEvent;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.read.EventTime;
import org.passerelle.roomagent.series.InvitedDates;
import org.passerelle.roomagent.series.SeriesInstances;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/**
 * The dates of an object: the starts that its rule gives, those of them that are left out, and those that are at another time. Two
 * objects are compared in it however they are written.
 *
 * @param starts of its rule, with when each would be; the one date of an event without a rule
 * @param leftOut starts on which nothing is
 * @param moved by starts, where and how the date is instead
 */
record EventDatesRead(
        boolean recurs,
        boolean isEndless,
        Map<Instant, Interval> starts,
        Set<Instant> leftOut,
        Map<Instant, LaidEvent> moved) {

    /** One more than any series may have is enough to be refused. */
    private static final int MOST_STARTS = 1_500;

    static EventDatesRead of(LaidEvent master, List<LaidEvent> overrides, ZoneId home) {
        CalendarEvent event = master.event();
        EventTime time = event.time();
        Optional<Recurrence> rule = event.repetition().rule();
        Map<Instant, Interval> starts = new LinkedHashMap<>();
        if (rule.isPresent()) {
            for (Recurrence.Start start :
                    rule.get().first(MOST_STARTS, time.start().local(), time.zone())) {
                starts.put(start.instant(), interval(time.at(start.local())));
            }
        } else {
            starts.put(time.start().instant(), interval(time));
        }
        Map<LocalDate, Instant> days = new LinkedHashMap<>();
        starts.keySet().forEach(start -> days.putIfAbsent(LocalDate.ofInstant(start, time.zone()), start));
        Set<Instant> leftOut = new HashSet<>();
        event.repetition().excluded().forEach(each -> meant(each, starts, days).ifPresent(leftOut::add));
        Map<Instant, LaidEvent> moved = new LinkedHashMap<>();
        for (LaidEvent override : overrides) {
            Optional<Instant> start = override.event().recurrenceId().flatMap(id -> meant(id, starts, days));
            if (override.event().standing().isCancelled()) {
                start.ifPresent(leftOut::add);
            } else {
                start.ifPresent(each -> moved.put(each, override));
            }
        }
        moved.keySet().removeAll(leftOut);
        boolean isEndless = rule.filter(Recurrence::isInfinite).isPresent();
        return new EventDatesRead(rule.isPresent(), isEndless, starts, leftOut, moved);
    }

    private static Optional<Instant> meant(
            EventMoment moment, Map<Instant, Interval> starts, Map<LocalDate, Instant> days) {
        return moment.wholeDay()
                ? Optional.ofNullable(days.get(moment.local().toLocalDate()))
                : Optional.of(moment.instant()).filter(starts::containsKey);
    }

    private static Interval interval(EventTime time) {
        Instant start = time.start().instant();
        Instant end = time.end().isAfter(start) ? time.end() : start.plus(Duration.ofMinutes(1));
        return Interval.of(start, end);
    }

    static Interval timeOf(LaidEvent event) {
        return interval(event.event().time());
    }

    /** Whether the rule gives the same dates, whatever is left out of them or moved. */
    boolean hasTheRuleOf(EventDatesRead other) {
        return recurs == other.recurs && isEndless == other.isEndless && starts.equals(other.starts);
    }

    /** When the date that begins at {@code start} in the series is. */
    Interval time(Instant start) {
        return Optional.ofNullable(moved.get(start))
                .map(EventDatesRead::timeOf)
                .orElseGet(() -> starts.getOrDefault(start, Interval.of(start, start.plusSeconds(60))));
    }

    /**
     * What a booking of these dates would be agreed as.
     *
     * @return empty if the rule cannot be kept: it gives another first date, has dates added, or clocks of its own
     */
    Optional<Schedule> schedule(LaidEvent master, DavViewer viewer) {
        CalendarEvent event = master.event();
        EventTime time = event.time();
        Optional<Recurrence> rule = event.repetition().rule();
        if (!event.repetition().added().isEmpty()
                || !time.end().isAfter(time.start().instant())) {
            return Optional.empty();
        }
        if (rule.isEmpty()) {
            return Optional.of(InvitedDates.once(time, viewer.zone()));
        }
        boolean isKept = starts.containsKey(time.start().instant()) && time.keepsItsMoments(rule.get(), MOST_STARTS);
        if (!isKept || leftOut.size() > Schedule.MOST_EXCLUDED) {
            return Optional.empty();
        }
        Set<LocalDate> exclude = new HashSet<>();
        leftOut.forEach(start -> exclude.add(LocalDate.ofInstant(start, time.zone())));
        return Optional.of(
                new Schedule(time.start().local(), time.zone(), SeriesInstances.length(time), rule, exclude));
    }
}
