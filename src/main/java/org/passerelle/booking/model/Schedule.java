package org.passerelle.booking.model;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/**
 * When people agreed to meet, in the words they agreed in: a wall time and the zone of that wall. The instants that
 * follow from it are in the {@link Occurrence occurrences}.
 *
 * @param start wall time of the first occurrence
 * @param zone an IANA zone
 * @param length of each occurrence
 * @param exclude local dates of {@code zone} on which the recurrence is left out
 */
public record Schedule(
        LocalDateTime start,
        ZoneId zone,
        EventDuration length,
        Optional<Recurrence> recurrence,
        Set<LocalDate> exclude) {

    public static final int MOST_EXCLUDED = 750;

    /** @throws IllegalArgumentException if too many dates are excluded */
    public Schedule {
        exclude = Set.copyOf(exclude);
        if (exclude.size() > MOST_EXCLUDED) {
            throw new IllegalArgumentException("At most " + MOST_EXCLUDED + " dates can be left out");
        }
    }

    /**
     * Each date of which lasts the same elapsed time.
     *
     * @throws IllegalArgumentException if the duration is not positive or too many dates are excluded
     */
    public Schedule(
            LocalDateTime start,
            ZoneId zone,
            Duration elapsed,
            Optional<Recurrence> recurrence,
            Set<LocalDate> exclude) {
        this(start, zone, EventDuration.exact(elapsed), recurrence, exclude);
    }

    public boolean recurs() {
        return recurrence.isPresent();
    }

    /** When the date is that the rule starts at {@code local} on the clocks of {@link #zone()}. */
    public Interval dateAt(LocalDateTime local) {
        return length.startingAt(local, zone);
    }

    /** How long a date of this schedule lasts that is at {@code time}: as all of them, unless it was given a length of its own. */
    public EventDuration lengthOf(Interval time) {
        return length.startingAt(time.start(), zone).equals(time) ? length : EventDuration.exact(time.length());
    }

    /** When the first occurrence is. */
    public Interval first() {
        return dateAt(start);
    }

    /** Elapsed time of the first occurrence; others may be an hour shorter or longer where the length is not exact. */
    public Duration duration() {
        return first().length();
    }

    /** Wall time at which the first occurrence ends. */
    public LocalDateTime end() {
        return first().end().atZone(zone).toLocalDateTime();
    }

    public Schedule withRecurrence(Optional<Recurrence> changed) {
        return new Schedule(start, zone, length, changed, exclude);
    }

    public Schedule lasting(EventDuration changed) {
        return new Schedule(start, zone, changed, recurrence, exclude);
    }

    /** The same dates from another start on; a rule that ends at a moment ends as much earlier or later. */
    public Schedule movedTo(LocalDateTime changed, ZoneId there) {
        Duration shift = Duration.between(start, changed);
        Optional<Recurrence> rule =
                recurrence.map(each -> each.withEnd(each.end().movedBy(shift, zone, there)));
        return new Schedule(changed, there, length, rule, exclude);
    }

    public Schedule excluding(Set<LocalDate> changed) {
        return new Schedule(start, zone, length, recurrence, changed);
    }

    public Schedule withStart(LocalDateTime changed) {
        return new Schedule(changed, zone, length, recurrence, exclude);
    }
}
