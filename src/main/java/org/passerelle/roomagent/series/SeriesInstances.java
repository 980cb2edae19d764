package org.passerelle.roomagent.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventLength;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.read.EventTime;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/** Single dates of a series, each as an event that its RECURRENCE-ID names. Pure. */
public final class SeriesInstances {

    /** RDATEs and the like that are looked at. */
    private static final int MOST_BESIDE = 100;

    private SeriesInstances() {}

    /** The date of {@code event} that began at {@code original}, at {@code time}. */
    public static CalendarEvent at(CalendarEvent event, EventMoment original, Interval time) {
        return at(event, original, time.start(), time.end());
    }

    private static CalendarEvent at(CalendarEvent event, EventMoment original, Instant start, Instant end) {
        ZoneId zone = event.time().zone();
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        EventTime when = event.time().wholeDays()
                ? event.time().at(local.toLocalDate().atStartOfDay())
                : new EventTime(new EventMoment(local, zone, start, false), end);
        return new CalendarEvent(
                new CalendarEvent.EventIdentity(
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
    public static EventMoment original(CalendarEvent event, Instant start) {
        ZoneId zone = event.time().zone();
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        return event.time().wholeDays()
                ? EventMoment.day(local.toLocalDate().atStartOfDay(), zone)
                : new EventMoment(local, zone, start, false);
    }

    /** How long each date of a series is: days on the clock, then elapsed time. */
    public static EventDuration length(EventTime time) {
        EventLength length = time.recurring().length();
        if (!time.isOfAKnownZone()) {
            return EventDuration.exact(time.length()); // its days are not those of any zone that bookings know
        }
        return new EventDuration(Duration.ofDays(length.days()), length.time());
    }

    /**
     * Each date of {@code event}, which adds dates to a series, under its own start.
     *
     * @return empty if they have no end, or are more than {@code most}
     */
    public static Optional<List<CalendarEvent>> oneByOne(CalendarEvent event, int most) {
        EventTime time = event.time();
        Optional<Recurrence> rule = event.repetition().rule();
        List<EventTime> all =
                new ArrayList<>(byNoRule(event).stream().limit(MOST_BESIDE).toList());
        if (rule.isEmpty()) {
            all.add(time);
        } else {
            rule.get().first(most + 1, time.start().local(), time.zone()).stream()
                    .map(start -> RuleDate.written(start.local(), time))
                    .filter(date -> !isLeftOut(event, date.start().instant()))
                    .forEach(all::add);
        }
        return Optional.of(all)
                .filter(dates -> dates.size() <= most)
                .map(dates -> dates.stream().map(date -> alone(event, date)).toList());
    }

    /** The date {@code time} of {@code event} under its own start. */
    static CalendarEvent alone(CalendarEvent event, EventTime time) {
        return at(event, time.start(), time.start().instant(), time.end());
    }

    /** The dates that no rule gives, and that take time: those that are added, and a first one that does not fit its rule. */
    static List<EventTime> byNoRule(CalendarEvent event) {
        EventMoment start = event.time().start();
        boolean isFirstOfNone = event.repetition()
                .rule()
                .filter(rule -> rule.first(1, start.local(), start.zone()).stream()
                        .noneMatch(first -> first.local().equals(start.local())))
                .isPresent();
        return Stream.concat(Stream.of(event.time()).filter(time -> isFirstOfNone), event.repetition().added().stream())
                .filter(each -> !isLeftOut(event, each.start().instant()))
                .filter(each -> each.end().isAfter(each.start().instant()))
                .toList();
    }

    /** Whether an EXDATE names the date that begins then, or its day (RFC 5545 section 3.8.5.1). */
    static boolean isLeftOut(CalendarEvent event, Instant start) {
        LocalDate day = LocalDate.ofInstant(start, event.time().zone());
        return event.repetition().excluded().stream()
                .anyMatch(each -> each.wholeDay()
                        ? each.local().toLocalDate().equals(day)
                        : each.instant().equals(start));
    }
}
