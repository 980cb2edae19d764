package org.passerelle.booking.placing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.booking.Schedule;
import org.passerelle.time.Recurrence;

/**
 * Which day of a series takes the place of which when its schedule changes. A day that the new rule has too stays itself; only
 * where the two have no day in common, as when Tuesdays become Wednesdays, the first takes the place of the first and so on.
 */
final class DayShift {

    private static final DayShift NONE = new DayShift(Map.of());

    private final Map<LocalDate, LocalDate> days;

    private DayShift(Map<LocalDate, LocalDate> days) {
        this.days = days;
    }

    static DayShift between(Schedule before, Schedule after) {
        Optional<Recurrence> old = before.recurrence();
        Optional<Recurrence> changed = after.recurrence();
        boolean sameRhythm = old.isPresent()
                && changed.isPresent()
                && old.get().frequency() == changed.get().frequency()
                && old.get().interval() == changed.get().interval();
        boolean sameDays = before.start().toLocalDate().equals(after.start().toLocalDate()) && old.equals(changed);
        if (!sameRhythm || sameDays) {
            return NONE;
        }
        List<LocalDate> were = days(before, old.get());
        List<LocalDate> are = days(after, changed.get());
        if (!Collections.disjoint(were, Set.copyOf(are))) {
            return NONE;
        }
        Map<LocalDate, LocalDate> days = new HashMap<>();
        for (int i = 0; i < Math.min(were.size(), are.size()); i++) {
            days.put(were.get(i), are.get(i));
        }
        return new DayShift(days);
    }

    private static List<LocalDate> days(Schedule schedule, Recurrence rule) {
        return rule.first(Planner.MOST_DATES + Schedule.MOST_EXCLUDED + 1, schedule.start(), schedule.zone()).stream()
                .map(start -> start.local().toLocalDate())
                .toList();
    }

    /** The day that takes the place of {@code day}. */
    LocalDate of(LocalDate day) {
        return days.getOrDefault(day, day);
    }

    /** The days that take the place of {@code some}. */
    Set<LocalDate> of(Set<LocalDate> some) {
        return some.stream().map(this::of).collect(Collectors.toSet());
    }
}
