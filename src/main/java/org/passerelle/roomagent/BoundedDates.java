package org.passerelle.roomagent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.read.EventTime;
import org.passerelle.roomagent.event.IncomingMessage;
import org.passerelle.roomagent.message.Explanation;
import org.passerelle.roomagent.series.RuleDate;

/**
 * What of an invitation is looked at event by event, and what is refused as one: dates that its own series does not have, and
 * more dates than anybody changes at once. Else one mail could ask for any number of bookings and answers. Pure.
 *
 * @param oneByOne in order; the one that stands for those refused together is among them
 * @param refused which that is
 */
record BoundedDates(List<CalendarEvent> oneByOne, Optional<CalendarEvent> refused, Optional<Explanation> together) {

    /** Dates of a series that one message may write about. */
    static final int MOST_DATES = 100;

    private static final Duration DAY = Duration.ofDays(1);

    /** Ten years of days. */
    private static final int MOST_LOOKED_AT = 3_660;

    BoundedDates {
        oneByOne = List.copyOf(oneByOne);
    }

    static BoundedDates of(IncomingMessage message) {
        List<CalendarEvent> all = message.events().toList();
        if (message.approved()) {
            return new BoundedDates(all, Optional.empty(), Optional.empty());
        }
        List<CalendarEvent> foreign = foreign(message);
        int own = message.dates().size() - foreign.size();
        if (own > MOST_DATES) {
            return new BoundedDates(
                    List.of(message.main()),
                    Optional.of(message.main()),
                    Optional.of(Explanation.of("answer.too-many-dates", own)));
        }
        if (foreign.isEmpty()) {
            return new BoundedDates(all, Optional.empty(), Optional.empty());
        }
        CalendarEvent first = foreign.get(0);
        List<CalendarEvent> others = new ArrayList<>(all);
        others.removeAll(foreign);
        others.add(first);
        return new BoundedDates(
                others, Optional.of(first), Optional.of(Explanation.of("answer.foreign-dates", foreign.size())));
    }

    /** Whether {@code event} stands for those that are refused together. */
    boolean refuses(CalendarEvent event) {
        return refused.filter(each -> each == event).isPresent();
    }

    /** The dates whose RECURRENCE-ID the series of the same message does not give; none where it is not there to tell. */
    private static List<CalendarEvent> foreign(IncomingMessage message) {
        if (message.master().isEmpty()
                || message.dates().isEmpty()
                || !message.master().get().time().isTold()) {
            return List.of();
        }
        CalendarEvent series = message.master().get();
        Set<Instant> starts = starts(series, message.dates());
        Set<LocalDate> days = new HashSet<>();
        ZoneId zone = series.time().zone();
        starts.forEach(start -> days.add(LocalDate.ofInstant(start, zone)));
        return message.dates().stream()
                .filter(date -> date.recurrenceId()
                        .filter(id ->
                                id.wholeDay() ? days.contains(id.local().toLocalDate()) : starts.contains(id.instant()))
                        .isEmpty())
                .toList();
    }

    private static Set<Instant> starts(CalendarEvent series, List<CalendarEvent> dates) {
        List<Instant> ids = dates.stream()
                .flatMap(date -> date.recurrenceId().stream())
                .map(EventMoment::instant)
                .sorted(Comparator.naturalOrder())
                .toList();
        Set<Instant> starts = new HashSet<>();
        Stream.concat(
                        Stream.of(series.time().start()),
                        series.repetition().added().stream().map(EventTime::start))
                .forEach(start -> starts.add(start.instant()));
        // A day on either side, for those that name only a day.
        Instant from = ids.get(0).minus(DAY);
        Instant last = ids.get(ids.size() - 1).plus(DAY);
        series.repetition()
                .rule()
                .ifPresent(rule ->
                        starts.addAll(RuleDate.moments(rule, series.time().start(), from, last, MOST_LOOKED_AT)));
        return starts;
    }
}
