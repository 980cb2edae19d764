package org.passerelle.roomagent.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.passerelle.booking.model.Schedule;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;

/**
 * As much of a series as lies within the time for which a room can be booked. Pure.
 *
 * @param schedule of that much
 * @param last the last date that is kept of it, in the zone of the series
 * @param beyond the first dates that lie beyond, in order
 */
public record Reach(Schedule schedule, LocalDate last, List<Interval> beyond) {

    /** More are never declined one by one. */
    private static final int MOST_BEYOND = 10;

    /** Ten years of days; what a room can be booked for is less. */
    private static final int MOST_LOOKED_AT = 3_660;

    public Reach {
        beyond = List.copyOf(beyond);
    }

    /** Empty if all of {@code schedule} ends by {@code latestEnd}, or nothing of it does. */
    public static Optional<Reach> within(Schedule schedule, Instant latestEnd) {
        return cut(schedule, start -> !schedule.dateAt(start.local()).end().isAfter(latestEnd));
    }

    /** Empty if all of {@code schedule} is by {@code last}, or nothing of it is. */
    public static Optional<Reach> until(Schedule schedule, LocalDate last) {
        return cut(schedule, start -> !start.local().toLocalDate().isAfter(last));
    }

    /** The same, of which {@code kept} is the last date that could be had. */
    public Reach keptUntil(LocalDate kept) {
        return new Reach(schedule, kept, beyond);
    }

    private static Optional<Reach> cut(Schedule schedule, Predicate<Recurrence.Start> isWithin) {
        List<Recurrence.Start> within =
                starts(schedule).limit(MOST_LOOKED_AT).takeWhile(isWithin).toList();
        List<Interval> beyond = within.size() == MOST_LOOKED_AT
                ? List.of()
                : starts(schedule)
                        .dropWhile(isWithin)
                        .limit(MOST_BEYOND)
                        .map(start -> schedule.dateAt(start.local()))
                        .toList();
        if (within.isEmpty() || beyond.isEmpty()) {
            return Optional.empty();
        }
        Recurrence.Start last = within.get(within.size() - 1);
        Optional<Recurrence> shorter =
                schedule.recurrence().map(rule -> rule.withEnd(new RecurrenceEnd.AtInstant(last.instant())));
        return Optional.of(
                new Reach(schedule.withRecurrence(shorter), last.local().toLocalDate(), beyond));
    }

    private static Stream<Recurrence.Start> starts(Schedule schedule) {
        return schedule.recurrence().stream()
                .flatMap(rule -> rule.starts(schedule.start(), schedule.zone()))
                .filter(start -> !schedule.exclude().contains(start.local().toLocalDate()));
    }
}
