package org.passerelle.roomagent.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.model.Schedule;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.read.EventTime;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;
import org.passerelle.time.WallTime;

/**
 * Dates that have moved together (RANGE=THISANDFUTURE): those that one schedule holds, and those that now begin or end at a time
 * that clocks skip, each of which is held by itself. Pure.
 *
 * @param skipped what clocks would show at the starts of the latter
 */
public record FollowingDates(Schedule schedule, List<LocalDateTime> skipped) {

    /** More than a booking can have together with those that are left out. */
    private static final int MOST = 1_501;

    public FollowingDates {
        skipped = List.copyOf(skipped);
    }

    /** @param moved all of them */
    public static FollowingDates of(Schedule moved) {
        ZoneRules clocks = moved.zone().getRules();
        if (clocks.isFixedOffset()) {
            return new FollowingDates(moved, List.of());
        }
        List<LocalDateTime> all = moved.recurrence()
                .map(rule -> rule.first(MOST, moved.start(), moved.zone()).stream()
                        .map(Recurrence.Start::local)
                        .filter(start -> !moved.exclude().contains(start.toLocalDate()))
                        .toList())
                .orElse(List.of(moved.start()));
        List<LocalDateTime> skipped = all.stream()
                .filter(start -> !meant(start, moved).equals(moved.dateAt(start)))
                .toList();
        if (skipped.size() < all.size()) {
            Set<LocalDate> exclude = new HashSet<>(moved.exclude());
            skipped.forEach(start -> exclude.add(start.toLocalDate()));
            return new FollowingDates(moved.excluding(exclude), skipped);
        }
        // None is left for a schedule: the first stands for it, so that it has a date.
        Interval first = meant(all.get(0), moved);
        LocalDateTime start = LocalDateTime.ofInstant(first.start(), moved.zone());
        EventDuration length = EventDuration.exact(first.length());
        return new FollowingDates(
                new Schedule(start, moved.zone(), length, Optional.empty(), Set.of()),
                skipped.subList(1, skipped.size()));
    }

    /** As RFC 5545 section 3.3.5 reads what clocks skip. */
    private static Interval meant(LocalDateTime start, Schedule schedule) {
        ZoneRules clocks = schedule.zone().getRules();
        Instant from = WallTime.asWritten(start, clocks);
        EventDuration length = schedule.length();
        Instant until = length.isExact()
                ? from.plus(length.exact())
                : WallTime.asWritten(start.plus(length.nominal()), clocks).plus(length.exact());
        return until.isAfter(from) ? Interval.of(from, until) : schedule.dateAt(start);
    }

    /** Those that are held by themselves, under the starts that they had before {@code event} moved them. */
    public List<CalendarEvent> beside(CalendarEvent event) {
        ZoneId zone = schedule.zone();
        EventMoment id = event.recurrenceId().orElseThrow();
        Duration shift = Duration.between(wall(id, zone), wall(event.time().start(), zone));
        return skipped.stream()
                .map(start -> date(event, EventMoment.at(start.minus(shift), zone), false, start, zone))
                .toList();
    }

    /** What clocks in {@code zone} show at {@code moment}, or would show if they did not skip it. */
    public static LocalDateTime wall(EventMoment moment, ZoneId zone) {
        return moment.zone().equals(zone) ? moment.local() : LocalDateTime.ofInstant(moment.instant(), zone);
    }

    /**
     * The date {@code original} of a series where {@code event}, which moves it with others, puts it.
     *
     * @param andFuture whether it stands for all later dates too
     * @param local when it begins then, on the clock of {@code zone}
     */
    public static CalendarEvent date(
            CalendarEvent event, EventMoment original, boolean andFuture, LocalDateTime local, ZoneId zone) {
        EventTime time = event.time();
        boolean isItsZone = time.isOfAKnownZone() && time.zone().equals(zone);
        EventMoment start = EventMoment.at(local, zone);
        CalendarEvent.EventIdentity identity = new CalendarEvent.EventIdentity(
                event.uid(),
                Optional.of(original),
                andFuture,
                event.identity().sequence(),
                event.identity().stamp());
        return new CalendarEvent(
                identity,
                isItsZone
                        ? time.at(local)
                        : new EventTime(start, start.instant().plus(time.length())),
                CalendarEvent.Repetition.NONE,
                event.people(),
                event.words(),
                event.standing());
    }
}
