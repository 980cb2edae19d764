package org.passerelle.booking.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Schedule;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;

/**
 * The starts that the rule of a schedule gives, worked out once.
 *
 * @param starts in order, the days left out included; none of a schedule without a rule
 */
public record RuleStarts(Schedule schedule, List<Recurrence.Start> starts) {

    private static final int MOST = Planner.MOST_DATES + Schedule.MOST_EXCLUDED + 1;

    public RuleStarts {
        starts = List.copyOf(starts);
    }

    /** At most one more than a booking can have. */
    public static RuleStarts of(Schedule schedule) {
        return new RuleStarts(
                schedule,
                schedule.recurrence()
                        .map(rule -> rule.first(MOST, schedule.start(), schedule.zone()))
                        .orElse(List.of()));
    }

    /** The same starts, other days of which are left out. */
    RuleStarts excluding(Set<LocalDate> days) {
        return new RuleStarts(schedule.excluding(days), starts);
    }

    /** Whether the two repeat alike, whenever they begin and end. */
    public static boolean areAlike(Recurrence one, Recurrence other) {
        return one.withEnd(new RecurrenceEnd.Never()).equals(other.withEnd(new RecurrenceEnd.Never()));
    }

    /** The start on {@code day} of the schedule's own zone. */
    public Optional<Recurrence.Start> on(LocalDate day) {
        return starts.stream()
                .filter(start -> start.local().toLocalDate().equals(day))
                .findFirst();
    }

    /** How many begin before {@code moment}. */
    public int before(Instant moment) {
        return (int) starts.stream()
                .takeWhile(start -> start.instant().isBefore(moment))
                .count();
    }

    /** Those that have not begun at {@code now}, of a series that has the dates {@code booked}. */
    public List<Recurrence.Start> ahead(List<Occurrence> booked, Instant now) {
        return starts.stream().filter(begun(booked, now).negate()).toList();
    }

    /** All from the first on that has not begun. */
    List<Recurrence.Start> fromNext(List<Occurrence> booked, Instant now) {
        return starts.stream().dropWhile(begun(booked, now)).toList();
    }

    /**
     * Whether the date has begun that the rule starts so: it may have been moved by hand, and one that began when the rule gave
     * its day another hour stands for that day.
     */
    private Predicate<Recurrence.Start> begun(List<Occurrence> booked, Instant now) {
        Map<Instant, Occurrence> byName = new HashMap<>();
        Map<LocalDate, Occurrence> byDay = new HashMap<>();
        for (Occurrence date : booked) {
            byName.put(date.recurrenceId(), date);
            byDay.putIfAbsent(LocalDate.ofInstant(date.recurrenceId(), schedule.zone()), date);
        }
        return start -> Optional.ofNullable(byName.get(start.instant()))
                .or(() -> Optional.ofNullable(byDay.get(start.local().toLocalDate())))
                .map(date -> date.hasBegun(now))
                .orElse(start.instant().isBefore(now));
    }
}
