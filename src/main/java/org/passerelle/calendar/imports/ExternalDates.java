package org.passerelle.calendar.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.booking.Content;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.EventMoment;
import org.passerelle.calendar.message.SchedulingMessage;
import org.passerelle.calendar.message.SchedulingMessage.BrokenEvent;
import org.passerelle.platform.text.Text;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * The dates on which an external calendar occupies a room, within a window: recurrences expanded, dates that differ in the
 * place of what they replace, no two at the same time. What leaves the room free is left out.
 *
 * @param dates by start
 * @param broken events that are not understood, or not wholly followed
 */
record ExternalDates(List<ExternalDate> dates, List<BrokenEvent> broken) {

    /** More than this are not followed. */
    static final int MOST = 10_000;

    private static final int MOST_OF_ONE_EVENT = 750;
    private static final Duration LONGEST = Duration.ofDays(31);

    ExternalDates {
        dates = List.copyOf(dates);
        broken = List.copyOf(broken);
    }

    /** @param untitled the title of events that have none, or whose title is nobody's business */
    static ExternalDates of(SchedulingMessage calendar, Interval window, String untitled) {
        Map<String, List<CalendarEvent>> byUid = new LinkedHashMap<>();
        calendar.events()
                .forEach(event -> byUid.computeIfAbsent(event.uid(), uid -> new ArrayList<>())
                        .add(event));
        List<ExternalDate> dates = new ArrayList<>();
        byUid.values().forEach(parts -> new Expansion(parts, window, untitled, dates).expand());
        List<BrokenEvent> broken = new ArrayList<>(calendar.broken());
        List<ExternalDate> disjoint = disjoint(dates);
        if (disjoint.size() > MOST) {
            broken.add(new BrokenEvent("", 1, "only the first " + MOST + " dates are followed, of " + disjoint.size()));
        }
        return new ExternalDates(disjoint.stream().limit(MOST).toList(), broken);
    }

    /** One event with the dates of it that differ. */
    private record Expansion(List<CalendarEvent> parts, Interval window, String untitled, List<ExternalDate> dates) {

        void expand() {
            Map<Instant, CalendarEvent> differing = new HashMap<>();
            List<CalendarEvent> masters = new ArrayList<>();
            for (CalendarEvent part : parts) {
                if (part.recurrenceId().isPresent()) {
                    differing.merge(part.recurrenceId().get().instant(), part, Expansion::later);
                } else {
                    masters.add(part);
                }
            }
            masters.stream().reduce(Expansion::later).ifPresent(master -> addMaster(master, differing.keySet()));
            differing.forEach((id, part) ->
                    add(part, id.toString(), Interval::of, part.time().start().instant()));
        }

        /** Of two states of the same thing the newer one (RFC 5546 section 2.1.5). */
        private static CalendarEvent later(CalendarEvent one, CalendarEvent other) {
            Comparator<CalendarEvent.Identity> age = Comparator.comparingInt(CalendarEvent.Identity::sequence)
                    .thenComparing(CalendarEvent.Identity::stamp);
            return age.compare(one.identity(), other.identity()) > 0 ? one : other;
        }

        private void addMaster(CalendarEvent master, Set<Instant> differing) {
            if (!master.recurs()) {
                add(master, "", Interval::of, master.time().start().instant());
                return;
            }
            Set<Instant> without = new HashSet<>(differing);
            master.repetition().excluded().forEach(moment -> without.add(moment.instant()));
            starts(master).forEach((instant, start) -> {
                if (!without.contains(instant)) {
                    add(
                            master,
                            instant.toString(),
                            (from, to) -> Interval.of(from, master.time().endOf(start.local())),
                            instant);
                }
            });
        }

        private Map<Instant, EventMoment> starts(CalendarEvent master) {
            Map<Instant, EventMoment> starts = new LinkedHashMap<>();
            EventMoment first = master.time().start();
            starts.put(first.instant(), first);
            master.repetition().added().forEach(moment -> starts.put(moment.instant(), moment));
            Interval reach = window.extendedBy(LONGEST, Duration.ZERO);
            master.repetition()
                    .rule()
                    .ifPresent(rule -> rule.occurrences(first.local(), first.zone(), reach, MOST_OF_ONE_EVENT)
                            .forEach(start -> starts.put(
                                    start.instant(),
                                    new EventMoment(start.local(), first.zone(), start.instant(), first.wholeDay()))));
            return starts;
        }

        private void add(CalendarEvent event, String date, Ending ending, Instant start) {
            boolean isFree = event.standing().transparent() || event.standing().isCancelled();
            Instant end = event.time().end();
            if (isFree || !event.time().start().instant().isBefore(end)) {
                return;
            }
            Interval time = ending.of(start, end);
            if (time.overlaps(window)) {
                dates.add(new ExternalDate(
                        event.uid() + "|" + date,
                        title(event),
                        time,
                        event.time().zone()));
            }
        }

        /** Makes the interval that begins at a start. */
        private interface Ending {
            Interval of(Instant start, Instant end);
        }

        private String title(CalendarEvent event) {
            String title = Text.line(event.words().summary(), Content.LONGEST_TITLE);
            return title.isEmpty() || event.standing().hidden() ? untitled : title;
        }
    }

    /**
     * Where events overlap, the earlier one occupies the room and the later one what remains. In whole slots, since a slot
     * is claimed once. Very long events are taken in pieces, as one booking holds so many slots and no more.
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
