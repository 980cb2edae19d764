package org.passerelle.booking.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.time.Recurrence;

/**
 * Which day of a series takes the place of which when its schedule changes. A day that the new rule has too stays itself; only
 * where the two have no day in common, as when Tuesdays become Wednesdays, the first takes the place of the first and so on.
 *
 * <p>Once a series has begun, the first is the first that is still ahead. A later date that began before its day, for it was
 * moved by hand, keeps its place where the dates move together; a rule said anew has dates in the place of those ahead only.
 */
final class DayShift {

    private static final DayShift NONE = new DayShift(Map.of());

    private final Map<LocalDate, LocalDate> days;

    private DayShift(Map<LocalDate, LocalDate> days) {
        this.days = days;
    }

    /** @param booked the dates that the series has by {@code before} */
    static DayShift between(RuleStarts before, RuleStarts after, ByHand byHand, List<Occurrence> booked, Instant now) {
        Optional<Recurrence> old = before.schedule().recurrence();
        Optional<Recurrence> changed = after.schedule().recurrence();
        boolean sameRhythm = old.isPresent()
                && changed.isPresent()
                && old.get().frequency() == changed.get().frequency()
                && old.get().interval() == changed.get().interval();
        boolean sameDays = before.schedule()
                        .start()
                        .toLocalDate()
                        .equals(after.schedule().start().toLocalDate())
                && old.equals(changed);
        if (!sameRhythm || sameDays) {
            return NONE;
        }
        boolean moveTogether = byHand.kept() && RuleStarts.areAlike(old.orElseThrow(), changed.orElseThrow());
        return pairs(
                days(moveTogether ? before.fromNext(booked, now) : before.ahead(booked, now)),
                days(after.fromNext(List.of(), now)));
    }

    private static DayShift pairs(List<LocalDate> were, List<LocalDate> are) {
        if (!Collections.disjoint(were, Set.copyOf(are))) {
            return NONE;
        }
        Map<LocalDate, LocalDate> days = new HashMap<>();
        for (int i = 0; i < Math.min(were.size(), are.size()); i++) {
            days.put(were.get(i), are.get(i));
        }
        return new DayShift(days);
    }

    private static List<LocalDate> days(List<Recurrence.Start> starts) {
        return starts.stream().map(start -> start.local().toLocalDate()).toList();
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
