package org.passerelle.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.passerelle.time.Recurrence;
import org.passerelle.time.WallTime;

/**
 * When people agreed to meet, in the words they agreed in: a wall time and the zone of that wall. The instants that
 * follow from it are in the {@link Occurrence occurrences}.
 *
 * @param start wall time of the first occurrence
 * @param zone an IANA zone
 * @param duration elapsed time of each occurrence, positive
 * @param exclude local dates of {@code zone} on which the recurrence is left out
 */
public record Schedule(
        LocalDateTime start, ZoneId zone, Duration duration, Optional<Recurrence> recurrence, Set<LocalDate> exclude) {

    public static final int MOST_EXCLUDED = 750;

    /** @throws IllegalArgumentException if the duration is not positive or too many dates are excluded */
    public Schedule {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("The duration must be positive");
        }
        exclude = Set.copyOf(exclude);
        if (exclude.size() > MOST_EXCLUDED) {
            throw new IllegalArgumentException("At most " + MOST_EXCLUDED + " dates can be left out");
        }
    }

    public boolean recurs() {
        return recurrence.isPresent();
    }

    /** Wall time at which the first occurrence ends. */
    public LocalDateTime end() {
        return WallTime.instant(start, zone).plus(duration).atZone(zone).toLocalDateTime();
    }

    public Schedule withRecurrence(Optional<Recurrence> changed) {
        return new Schedule(start, zone, duration, changed, exclude);
    }

    public Schedule withStart(LocalDateTime changed) {
        return new Schedule(changed, zone, duration, recurrence, exclude);
    }
}
