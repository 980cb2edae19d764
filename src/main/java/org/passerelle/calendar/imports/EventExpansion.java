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
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.Content;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.EventMoment;
import org.passerelle.platform.text.Text;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.Interval;

/** One event with the dates of it that differ: the dates on which it occupies a room. For one thread, to be used once. */
final class EventExpansion {

    private static final int MOST_OF_ONE_EVENT = 750;

    private final List<CalendarEvent> parts;
    private final Interval window;
    private final String untitled;
    private final ExpansionBudget budget;
    private final List<ExternalDate> dates = new ArrayList<>();

    /** @param parts all with the same UID */
    EventExpansion(List<CalendarEvent> parts, Interval window, String untitled, ExpansionBudget budget) {
        this.parts = parts;
        this.window = window;
        this.untitled = untitled;
        this.budget = budget;
    }

    List<ExternalDate> dates() {
        Map<Instant, CalendarEvent> differing = new HashMap<>();
        Optional<CalendarEvent> series =
                parts.stream().filter(part -> part.recurrenceId().isEmpty()).reduce(EventExpansion::later);
        for (CalendarEvent part : parts) {
            part.recurrenceId()
                    .ifPresent(id -> differing.merge(meant(id, series.orElse(part)), part, EventExpansion::later));
        }
        series.ifPresent(master -> addMaster(master, differing.keySet()));
        differing.forEach((id, part) ->
                add(part, id.toString(), Interval::of, part.time().start().instant()));
        return dates;
    }

    /** A day in a series of times of day means the date of that day. */
    private static Instant meant(EventMoment id, CalendarEvent series) {
        EventMoment start = series.time().start();
        return id.wholeDay() && !start.wholeDay()
                ? EventMoment.at(id.local().toLocalDate().atTime(start.local().toLocalTime()), start.zone())
                        .instant()
                : id.instant();
    }

    /** Of two states of the same thing the newer one (RFC 5546 section 2.1.5). */
    private static CalendarEvent later(CalendarEvent one, CalendarEvent other) {
        Comparator<CalendarEvent.Identity> age =
                Comparator.comparingInt(CalendarEvent.Identity::sequence).thenComparing(CalendarEvent.Identity::stamp);
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
        Interval reach = window.extendedBy(ExternalDates.LONGEST, Duration.ZERO);
        master.repetition()
                .rule()
                .ifPresent(rule -> rule.occurrences(first.local(), first.zone(), reach, MOST_OF_ONE_EVENT, budget)
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
                    event.uid() + "|" + date, title(event), time, event.time().zone()));
        }
    }

    /** Makes the interval that begins at a start. */
    private interface Ending {
        Interval of(Instant start, Instant end);
    }

    private String title(CalendarEvent event) {
        String title = Text.line(event.words().summary(), Content.LONGEST_TITLE);
        return title.isBlank() || event.standing().hidden() ? untitled : title;
    }
}
