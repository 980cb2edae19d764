package org.passerelle.roomagent.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.model.Schedule;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventTime;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Recurrence;
import org.passerelle.time.WallTime;

/**
 * The dates that an event still asks a room for: those that one schedule holds, and those beside it, each to be held by itself.
 * Beside it are the dates that are added (RDATE), a first one that the rule does not give, and those that clocks skip
 * ({@link RuleDate}). Pure.
 *
 * @param schedule empty where nothing is left
 * @param beside in order of what was written; none of them where there is no schedule
 */
public record InvitedDates(Optional<Schedule> schedule, List<CalendarEvent> beside) {

    private static final int MOST_BESIDE = 100;

    private static final ZoneId UTC = ZoneId.of("Etc/UTC");

    public InvitedDates {
        beside = List.copyOf(beside);
    }

    /**
     * Those of {@code event} that have not begun at {@code now}; of one without dates ahead, its first.
     *
     * @param home the zone of single events in UTC, as Google writes them
     * @param elsewhere by their starts, which dates are dealt with on their own
     */
    public static InvitedDates of(CalendarEvent event, ZoneId home, Predicate<Instant> elsewhere, Instant now) {
        List<RuleDate> rule = RuleDate.ahead(event, now);
        List<EventTime> beside = beside(event, rule, elsewhere, now);
        Optional<Schedule> schedule = event.repetition().rule().isPresent()
                ? series(event, rule, elsewhere, now)
                : first(event, home, !beside.isEmpty(), elsewhere, now);
        boolean standsIn = schedule.isEmpty() && !beside.isEmpty();
        return new InvitedDates(
                standsIn ? Optional.of(once(beside.get(0), home)) : schedule,
                beside.stream()
                        .skip(standsIn ? 1 : 0)
                        .map(date -> SeriesInstances.alone(event, date))
                        .toList());
    }

    /** The dates of {@code series} that clocks skip, by when they are instead, with what clocks would have shown. */
    public static Map<Instant, LocalDateTime> skipped(CalendarEvent series, Instant now) {
        return RuleDate.ahead(series, now).stream()
                .filter(date -> !date.fitsSchedule())
                .collect(Collectors.toMap(date -> date.meant().start(), RuleDate::local, (one, other) -> one));
    }

    /** What holds {@code time} alone. */
    public static Schedule once(EventTime time, ZoneId home) {
        ZoneId zone = isUtc(time.zone()) ? home : time.zone();
        EventDuration length = SeriesInstances.length(time);
        LocalDateTime start = time.wholeDays() && zone.equals(time.zone())
                ? time.start().local()
                : LocalDateTime.ofInstant(time.start().instant(), zone);
        boolean comesTwice = !WallTime.instant(start, zone).equals(time.start().instant());
        if (comesTwice) {
            LocalDateTime utc = LocalDateTime.ofInstant(time.start().instant(), UTC);
            return new Schedule(utc, UTC, time.length(), Optional.empty(), Set.of());
        }
        boolean fits = length.startingAt(start, zone).end().equals(time.end());
        return new Schedule(
                start, zone, fits ? length : EventDuration.exact(time.length()), Optional.empty(), Set.of());
    }

    private static Optional<Schedule> first(
            CalendarEvent event, ZoneId home, boolean areMore, Predicate<Instant> elsewhere, Instant now) {
        Instant start = event.time().start().instant();
        boolean isOver = !event.time().end().isAfter(now);
        boolean isNone = isOver || elsewhere.test(start) || SeriesInstances.isLeftOut(event, start);
        return isNone && areMore ? Optional.empty() : Optional.of(once(event.time(), home));
    }

    /** Its zone stays that of the rule, in which the dates are. */
    private static Optional<Schedule> series(
            CalendarEvent event, List<RuleDate> dates, Predicate<Instant> elsewhere, Instant now) {
        Recurrence rule = event.repetition().rule().orElseThrow();
        EventTime time = event.time();
        Optional<RuleDate> next = dates.stream()
                .filter(date -> date.fitsSchedule() && !date.scheduled().start().isBefore(now))
                .findFirst();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Instant from = next.get().scheduled().start();
        Set<LocalDate> exclude = excluded(event, dates, elsewhere, from);
        boolean isAnyLeft = dates.stream()
                .anyMatch(date -> !date.scheduled().start().isBefore(from)
                        && !exclude.contains(date.local().toLocalDate()));
        return rule.continuingFrom(from, time.start().local(), time.zone())
                .filter(left -> isAnyLeft)
                .map(left -> new Schedule(
                        next.get().local(), time.zone(), SeriesInstances.length(time), Optional.of(left), exclude));
    }

    private static Set<LocalDate> excluded(
            CalendarEvent event, List<RuleDate> dates, Predicate<Instant> elsewhere, Instant from) {
        ZoneId zone = event.time().zone();
        Set<Instant> known = dates.stream()
                .filter(date -> !date.fitsSchedule())
                .map(date -> date.meant().start())
                .collect(Collectors.toSet());
        Stream<LocalDate> written = event.repetition().excluded().stream()
                .filter(each -> each.wholeDay() || !each.instant().isBefore(from) && !known.contains(each.instant()))
                .map(each -> each.wholeDay() ? each.local().toLocalDate() : LocalDate.ofInstant(each.instant(), zone));
        Stream<LocalDate> others = dates.stream()
                .filter(date ->
                        !date.fitsSchedule() || elsewhere.test(date.meant().start()))
                .map(date -> date.local().toLocalDate());
        return Stream.concat(others, written)
                .distinct()
                .limit(Schedule.MOST_EXCLUDED)
                .collect(Collectors.toSet());
    }

    private static List<EventTime> beside(
            CalendarEvent event, List<RuleDate> dates, Predicate<Instant> elsewhere, Instant now) {
        Set<Instant> taken = new HashSet<>();
        dates.stream()
                .filter(RuleDate::fitsSchedule)
                .forEach(date -> taken.add(date.scheduled().start()));
        List<EventTime> all = new ArrayList<>(SeriesInstances.byNoRule(event));
        dates.stream()
                .filter(date -> !date.fitsSchedule() && date.given())
                .map(date -> RuleDate.written(date.local(), event.time()))
                .filter(date -> !SeriesInstances.isLeftOut(event, date.start().instant()))
                .forEach(all::add);
        return all.stream()
                .filter(date -> date.start().instant().isAfter(now)
                        && !elsewhere.test(date.start().instant())
                        && taken.add(date.start().instant()))
                .limit(MOST_BESIDE)
                .toList();
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }
}
