package org.passerelle.directory.permission;

import java.time.Duration;
import java.util.Optional;
import org.passerelle.time.WeeklyHours;

/**
 * Of which dates a permission speaks; of all of them if nothing is said.
 *
 * @param during of the part of a date that lies within these hours, on the clock of the room's site
 * @param longerThan of dates that last longer, exclusive
 * @param upTo of dates that last no longer, inclusive
 * @param series whether of the dates of a series only, or only of what does not recur
 */
public record PermissionConditions(
        Optional<WeeklyHours> during,
        Optional<Duration> longerThan,
        Optional<Duration> upTo,
        Optional<Boolean> series) {

    public static final PermissionConditions NONE =
            new PermissionConditions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException if no date can be so long and so short at once */
    public PermissionConditions {
        if (longerThan.isPresent()
                && upTo.filter(most -> most.compareTo(longerThan.get()) <= 0).isPresent()) {
            throw new IllegalArgumentException(
                    "No date lasts longer than " + longerThan.get() + " and up to " + upTo.get());
        }
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /**
     * Whether they hold for a date, its hours aside. Where clocks are changed it is as long as what elapses or as what the
     * clock on the wall counts, whichever is less.
     */
    public boolean admit(Duration elapsed, Duration onTheWall, boolean recurs) {
        return series.filter(wanted -> wanted != recurs).isEmpty()
                && longerThan
                        .filter(least -> elapsed.compareTo(least) <= 0 || onTheWall.compareTo(least) <= 0)
                        .isEmpty()
                && upTo.filter(most -> elapsed.compareTo(most) > 0 && onTheWall.compareTo(most) > 0)
                        .isEmpty();
    }
}
