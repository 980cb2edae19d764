package org.passerelle.roomagent.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;

/**
 * Which date of a series a RECURRENCE-ID means that is of another kind than the series (RFC 5545 section 3.8.4.4 wants the
 * same kind, and programs write the other): a day in a series of times of day is that day's date, wherever that has moved to;
 * a time in a series of whole days is its day.
 */
public final class InstanceIds {

    private final CalendarEvent series;
    private final List<Instant> known;

    private InstanceIds(CalendarEvent series, Collection<Instant> known) {
        this.series = series;
        this.known = List.copyOf(known);
    }

    /**
     * {@code date} under the name that it has in its series: the one that the message carries, else the one that is known;
     * where there is none, the date itself has to show of what kind it is.
     *
     * @param known starts by which single dates of the series are known already, beside those that it carries itself
     */
    public static CalendarEvent named(
            CalendarEvent date,
            Optional<CalendarEvent> carried,
            Optional<CalendarEvent> stored,
            Collection<Instant> known) {
        Optional<CalendarEvent> series = carried.filter(each -> each.time().isTold())
                .or(() -> stored.filter(each -> each.time().isTold()))
                .or(() -> Optional.of(date).filter(each -> each.time().isTold()));
        Optional<EventMoment> id = date.recurrenceId();
        if (series.isEmpty() || id.isEmpty()) {
            return date;
        }
        List<Instant> starts = Stream.concat(
                        known.stream(),
                        series.get().repetition().added().stream()
                                .map(added -> added.start().instant()))
                .distinct()
                .toList();
        EventMoment meant = new InstanceIds(series.get(), starts).meant(id.get());
        return meant.equals(id.get()) ? date : date.on(meant);
    }

    private EventMoment meant(EventMoment id) {
        EventMoment start = series.time().start();
        ZoneId zone = start.zone();
        if (id.wholeDay() == start.wholeDay()) {
            return id;
        }
        if (start.wholeDay()) {
            return EventMoment.day(LocalDate.ofInstant(id.instant(), zone).atStartOfDay(), zone);
        }
        LocalDate day = id.local().toLocalDate();
        EventMoment byRule = EventMoment.at(day.atTime(start.local().toLocalTime()), zone);
        List<Instant> others = known.stream()
                .filter(each -> LocalDate.ofInstant(each, zone).equals(day))
                .toList();
        return isOfTheRule(byRule) || others.size() != 1
                ? byRule
                : EventMoment.at(others.get(0).atZone(zone).toLocalDateTime(), zone);
    }

    private boolean isOfTheRule(EventMoment moment) {
        EventMoment start = series.time().start();
        return moment.instant().equals(start.instant())
                || series.repetition()
                        .rule()
                        .filter(rule -> !RuleDate.moments(rule, start, moment.instant(), moment.instant(), 1)
                                .isEmpty())
                        .isPresent();
    }
}
