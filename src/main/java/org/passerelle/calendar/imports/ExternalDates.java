package org.passerelle.calendar.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;
import org.passerelle.platform.text.Text;
import org.passerelle.platform.work.Fence;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.ExpansionTooDear;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dates on which an external calendar occupies a room, within a window: recurrences expanded, dates that differ in the
 * place of what they replace, no two at the same time. What leaves the room free is left out. Whatever one event is, the
 * others are followed: each is expanded in a fence, and what may be spent on all of them is bounded before it is spent, single
 * events first.
 *
 * @param dates by start
 * @param broken events that are not understood, or not wholly followed
 */
record ExternalDates(List<ExternalDate> dates, List<BrokenEvent> broken) {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalDates.class);

    /** More than this are not followed. */
    static final int MOST = 10_000;

    /** More than this are not even looked at, before the first {@value #MOST} of them by time are chosen. */
    static final int MOST_EXPANDED = 50_000;

    /** Dates of one event within the window. */
    static final int MOST_OF_ONE_EVENT = 750;

    /** Steps of expanding rules, as {@link ExpansionBudget} counts them: some 10 ms for one, a quarter of a second for all. */
    static final int MOST_STEPS_OF_ONE = 100_000;

    static final int MOST_STEPS = 2_000_000;

    /** Very long events are taken in pieces of this length, as one booking holds so many slots and no more. */
    static final Duration LONGEST = Duration.ofDays(31);

    private static final int LONGEST_UID = 200;

    ExternalDates {
        dates = List.copyOf(dates);
        broken = List.copyOf(broken);
    }

    /**
     * @param untitled the title of events that have none, or whose title is nobody's business
     * @param check called between events; may end the work by an exception
     */
    static ExternalDates of(SchedulingMessage calendar, Interval window, String untitled, Runnable check) {
        List<BrokenEvent> broken = new ArrayList<>(setAside(calendar));
        List<ExternalDate> dates = new ArrayList<>();
        ExpansionBudget budget = new ExpansionBudget(MOST_STEPS_OF_ONE, MOST_STEPS);
        for (List<CalendarEvent> parts : singleFirst(calendar.events())) {
            check.run();
            List<ExternalDate> found = new ArrayList<>();
            Optional<Throwable> failure =
                    Fence.around(() -> found.addAll(new EventExpansion(parts, window, untitled, budget).dates()));
            if (found.size() > MOST_OF_ONE_EVENT) {
                broken.add(
                        broken(parts.get(0), CalendarFaultCode.FIRST_DATES_OF_EVENT, MOST_OF_ONE_EVENT, found.size()));
                found.sort(Comparator.comparing(date -> date.time().start()));
                found.subList(MOST_OF_ONE_EVENT, found.size()).clear();
            }
            if (parts.stream().allMatch(part -> part.recurrenceId().isPresent())
                    && parts.stream().anyMatch(part -> part.identity().thisAndFuture())) {
                broken.add(broken(parts.get(0), CalendarFaultCode.SERIES_IS_ELSEWHERE));
            }
            if (failure.isPresent()) {
                broken.add(brokenBy(parts.get(0), failure.get()));
            } else if (dates.size() + found.size() > MOST_EXPANDED) {
                broken.add(broken(parts.get(0), CalendarFaultCode.NO_MORE_DATES, MOST_EXPANDED));
            } else {
                dates.addAll(found);
            }
        }
        List<ExternalDate> disjoint = disjoint(dates);
        if (disjoint.size() > MOST) {
            broken.add(new BrokenEvent("", 1, CalendarFault.of(CalendarFaultCode.FIRST_DATES, MOST, disjoint.size())));
        }
        return new ExternalDates(disjoint.stream().limit(MOST).toList(), broken);
    }

    /** What could not be read; where it is a part of an event that is followed, with what becomes of its dates. */
    private static List<BrokenEvent> setAside(SchedulingMessage calendar) {
        Set<String> followed =
                calendar.events().stream().map(CalendarEvent::uid).collect(Collectors.toSet());
        return calendar.broken().stream()
                .map(each -> followed.contains(each.uid())
                        ? new BrokenEvent(each.uid(), each.line(), each.fault().withDatesKept(), each.answerable())
                        : each)
                .toList();
    }

    /** Each event with the dates of it that differ; those without a rule before those that may cost much. */
    private static List<List<CalendarEvent>> singleFirst(List<CalendarEvent> events) {
        Map<String, List<CalendarEvent>> byUid = new LinkedHashMap<>();
        events.forEach(event ->
                byUid.computeIfAbsent(event.uid(), uid -> new ArrayList<>()).add(event));
        return byUid.values().stream()
                .sorted(Comparator.comparing(parts ->
                        parts.stream().anyMatch(part -> part.repetition().rule().isPresent())))
                .toList();
    }

    private static BrokenEvent brokenBy(CalendarEvent event, Throwable failure) {
        if (failure instanceof ExpansionTooDear dear) {
            return broken(event, dear.ofAll() ? CalendarFaultCode.RULES_TOO_DEAR : CalendarFaultCode.RULE_TOO_DEAR);
        }
        LOG.debug("An event of an external calendar cannot be followed", failure);
        return broken(event, CalendarFaultCode.UNFORESEEN);
    }

    private static BrokenEvent broken(CalendarEvent event, CalendarFaultCode code, Object... details) {
        return new BrokenEvent(Text.line(event.uid(), LONGEST_UID), 1, CalendarFault.of(code, details));
    }

    /**
     * Where events overlap, the earlier one occupies the room and the later one what remains. In whole slots, since a slot
     * is claimed once.
     */
    private static List<ExternalDate> disjoint(List<ExternalDate> dates) {
        List<ExternalDate> sorted = new ArrayList<>(dates);
        sorted.sort(Comparator.comparing((ExternalDate date) -> date.time().start())
                .thenComparing(date -> date.time().end())
                .thenComparing(ExternalDate::key));
        List<ExternalDate> found = new ArrayList<>();
        Instant until = Instant.MIN;
        for (ExternalDate date : sorted) {
            Instant start =
                    date.time().start().isBefore(until) ? until : date.time().start();
            for (int piece = 0; start.isBefore(date.time().end()); piece++) {
                Instant most = start.plus(LONGEST);
                Interval time = Interval.of(
                        start,
                        most.isBefore(date.time().end()) ? most : date.time().end());
                found.add(new ExternalDate(
                        piece == 0 ? date.key() : date.key() + "|" + piece, date.title(), time, date.zone()));
                until = Slots.rounded(time).end();
                start = until;
            }
        }
        return found;
    }
}
