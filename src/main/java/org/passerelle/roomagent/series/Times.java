package org.passerelle.roomagent.series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.time.Interval;

/** When an event is, in the terms of bookings. Pure. */
public final class Times {

    /** Rules are looked at no further ahead than this. */
    private static final Duration FAR = Duration.ofDays(3L * 366);

    /** As many dates as a booking may have. */
    private static final int MOST_COMPARED = 751;

    private Times() {}

    /** Equal for messages that mean the same times, whatever else they say. */
    public static String fingerprint(CalendarEvent event) {
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
    public static boolean isOver(CalendarEvent event, Instant now) {
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

    /** Whether all dates that its rule gives are at the same moments in the zone by which bookings are kept. */
    public static boolean fitsItsZone(CalendarEvent event) {
        return event.repetition()
                .rule()
                .filter(rule -> !event.time().keepsItsMoments(rule, MOST_COMPARED))
                .isEmpty();
    }
}
