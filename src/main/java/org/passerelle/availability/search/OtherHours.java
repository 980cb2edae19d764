package org.passerelle.availability.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.booking.model.Schedule;
import org.passerelle.time.Interval;

/**
 * The rooms of an order at another hour: the nearest start, then the nearest one the other way, and the least that is to be
 * cut off. A series is tried as the whole series that would be booked, all its dates moved on the clock on the wall.
 *
 * @param times of the dates that are asked for, in order
 * @param canBeHad whether the rooms are free at all of some times
 */
record OtherHours(Schedule schedule, List<Interval> times, Predicate<List<Interval>> canBeHad) {

    private static final int MOST_OF_A_KIND = 2;

    /** A change of the hour, and when the dates would be. */
    record Hour(Variation variation, List<Interval> times) {}

    List<Hour> shifts() {
        List<Variation> nearestFirst = Variation.shifts(times.get(0));
        Optional<Hour> nearest =
                nearestFirst.stream().flatMap(shift -> hour(shift).stream()).findFirst();
        if (nearest.isEmpty()) {
            return List.of();
        }
        List<Hour> found = new ArrayList<>(List.of(nearest.get()));
        Variation first = nearest.get().variation();
        nearestFirst.stream()
                .filter(shift -> shift.start().isNegative() != first.start().isNegative())
                .flatMap(shift -> hour(shift).stream())
                .findFirst()
                .or(() -> nearestFirst.stream()
                        .filter(shift -> !shift.equals(first)
                                && shift.isOnTheQuarter(times.get(0).start()))
                        .flatMap(shift -> hour(shift).stream())
                        .findFirst())
                .ifPresent(found::add);
        return found;
    }

    List<Hour> shortenings() {
        Set<NearMissChange> changes = new HashSet<>();
        return Variation.shortenings(times.get(0)).stream()
                .flatMap(variation -> hour(variation).stream())
                .filter(hour -> changes.add(hour.variation().change()))
                .limit(MOST_OF_A_KIND)
                .toList();
    }

    private Optional<Hour> hour(Variation variation) {
        Interval first = variation.of(times.get(0));
        if (!canBeHad.test(List.of(first))) {
            return Optional.empty();
        }
        List<Interval> varied = schedule.recurs()
                ? ScheduleTimes.ahead(variation.of(schedule), first.start(), RoomQuery.MOST_TIMES + 1)
                : List.of(first);
        // A rule that names days has others, or fewer, once the start is on another day.
        boolean isTheSameSeries = varied.size() == times.size() && varied.get(0).equals(first);
        return isTheSameSeries && canBeHad.test(varied) ? Optional.of(new Hour(variation, varied)) : Optional.empty();
    }
}
