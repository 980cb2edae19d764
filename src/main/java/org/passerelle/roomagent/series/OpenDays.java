package org.passerelle.roomagent.series;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.policy.OpeningTimes;
import org.passerelle.directory.Site;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;
import org.passerelle.time.WeeklyHours;
import org.passerelle.time.WeeklyHours.MinuteRange;

/**
 * What a room holds that is invited for whole days: the hours in which it is open on these days, since whoever writes no time
 * means "while it is open". Pure.
 */
public final class OpenDays {

    /** Dates of a series whose hours are compared; a booking has no more. */
    private static final int MOST_LOOKED_AT = 750;

    private static final EventDuration ONE_DAY = new EventDuration(Duration.ofDays(1), Duration.ZERO);

    private final WeeklyHours hours;
    private final Site site;

    public OpenDays(WeeklyHours hours, Site site) {
        this.hours = hours;
        this.site = site;
    }

    /**
     * @param wholeDays from midnight to midnight
     * @return empty where the hours of the days differ, so that no one schedule holds them; {@code wholeDays} itself where the
     *     room is open all the time, or on none of the days
     */
    public Optional<Schedule> held(Schedule wholeDays) {
        return wholeDays.recurs() ? series(wholeDays) : days(wholeDays);
    }

    /** One event of one day or more. */
    private Optional<Schedule> days(Schedule asked) {
        LocalDate first = asked.start().toLocalDate();
        long count = ChronoUnit.DAYS.between(asked.start(), asked.end());
        List<LocalDate> all = Stream.iterate(first, day -> day.plusDays(1))
                .limit(Math.max(1, Math.min(count, MOST_LOOKED_AT)))
                .toList();
        List<LocalDate> notShut = all.stream().filter(this::isOpen).toList();
        // Where a closure takes all days, it alone is what they are declined for.
        List<LocalDate> open =
                notShut.isEmpty() ? all.stream().filter(this::hasHours).toList() : notShut;
        if (open.isEmpty() || open.size() == all.size() && all.stream().allMatch(this::isOpenAllDay)) {
            return Optional.of(asked);
        }
        Set<MinuteRange> ranges = ranges(open.stream());
        if (ranges.size() != 1) {
            return Optional.empty();
        }
        LocalDate last = open.get(open.size() - 1);
        Optional<Recurrence> rule = open.size() == 1
                ? Optional.empty()
                : Optional.of(Recurrence.parse("FREQ=DAILY").withEnd(new RecurrenceEnd.OnDate(last)));
        Set<LocalDate> shut = all.stream()
                .filter(day -> day.isAfter(open.get(0)) && day.isBefore(last) && !open.contains(day))
                .collect(Collectors.toSet());
        return Optional.of(held(open.get(0), ranges.iterator().next(), rule, shut));
    }

    /** A series of single days; those on which the room is shut stay among its dates, and are declined like others. */
    private Optional<Schedule> series(Schedule asked) {
        Recurrence rule = asked.recurrence().orElseThrow();
        boolean isOfSingleDays = asked.length().equals(ONE_DAY);
        Set<MinuteRange> ranges = ranges(rule.first(MOST_LOOKED_AT, asked.start(), asked.zone()).stream()
                .map(start -> start.local().toLocalDate())
                .filter(day -> !asked.exclude().contains(day) && isOpen(day)));
        if (!isOfSingleDays || ranges.isEmpty() || ranges.equals(Set.of(allDay()))) {
            return Optional.of(asked);
        }
        return ranges.size() == 1
                ? Optional.of(held(
                        asked.start().toLocalDate(),
                        ranges.iterator().next(),
                        Optional.of(rule.withEnd(byDay(rule.end(), asked.zone()))),
                        asked.exclude()))
                : Optional.empty();
    }

    /** The last day counts as a whole, whatever its time. */
    private static RecurrenceEnd byDay(RecurrenceEnd end, ZoneId zone) {
        if (end instanceof RecurrenceEnd.AtInstant at) {
            return new RecurrenceEnd.OnDate(LocalDate.ofInstant(at.instant(), zone));
        }
        return end instanceof RecurrenceEnd.AtLocal at
                ? new RecurrenceEnd.OnDate(at.local().toLocalDate())
                : end;
    }

    private Schedule held(LocalDate first, MinuteRange range, Optional<Recurrence> rule, Set<LocalDate> exclude) {
        LocalDateTime start = first.atStartOfDay().plusMinutes(range.start());
        LocalDateTime end = first.atStartOfDay().plusMinutes(range.end());
        return new Schedule(start, site.zone(), EventDuration.between(start, end), rule, exclude);
    }

    private boolean isOpen(LocalDate day) {
        return hasHours(day) && !OpeningTimes.isClosed(site, day);
    }

    private boolean hasHours(LocalDate day) {
        return !hours.on(day.getDayOfWeek()).isEmpty();
    }

    private boolean isOpenAllDay(LocalDate day) {
        return hours.on(day.getDayOfWeek()).equals(List.of(allDay()));
    }

    private static MinuteRange allDay() {
        return new MinuteRange(0, MinuteRange.END_OF_DAY);
    }

    /** From when the room opens until it shuts, of each of {@code days}. */
    private Set<MinuteRange> ranges(Stream<LocalDate> days) {
        Set<MinuteRange> found = new LinkedHashSet<>();
        days.forEach(day -> {
            List<MinuteRange> open = hours.on(day.getDayOfWeek());
            found.add(new MinuteRange(
                    open.get(0).start(), open.get(open.size() - 1).end()));
        });
        return found;
    }
}
