package org.passerelle.availability.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.booking.model.Schedule;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * A little change of the hour, the same on each date.
 *
 * @param cost how unwelcome it is, in minutes of shift
 * @param start by how much it starts later, negative when earlier
 * @param end by how much it ends later, negative when earlier
 */
record Variation(int cost, Duration start, Duration end, NearMissChange change) {

    /** No start is shifted by more. */
    static final Duration FURTHEST = Duration.ofMinutes(60);

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int LEAST_COST_OF_SHORTENING = 10;
    private static final int COST_OF_ALL_OF_IT = 120;
    private static final int COST_OF_STARTING_LATER = 2;
    private static final int MOST_STEPS = 12;

    /** Starts on the grid at most an hour away, the nearest first, of two as near the later one. */
    static List<Variation> shifts(Interval first) {
        List<Variation> shifts = new ArrayList<>();
        long from = Slots.containing(first.start().minus(FURTHEST).minusNanos(1)) + 1;
        long to = Slots.containing(first.start().plus(FURTHEST));
        for (long slot = from; slot <= to; slot++) {
            Duration by = Duration.between(first.start(), Slots.start(slot));
            if (!by.isZero()) {
                shifts.add(new Variation(minutes(by.abs()), by, by, new NearMissChange.Shifted(by)));
            }
        }
        shifts.sort(Comparator.comparing((Variation shift) -> shift.start().abs())
                .thenComparing(Variation::start, Comparator.reverseOrder()));
        return shifts;
    }

    /** Shorter by up to a quarter in at most twelve steps of whole slots, at the end or at the start. */
    static List<Variation> shortenings(Interval first) {
        Duration length = first.length();
        Duration most = length.dividedBy(4);
        long slotsAStep = Math.max(1, (most.dividedBy(Slots.LENGTH) + MOST_STEPS - 1) / MOST_STEPS);
        Duration step = Slots.LENGTH.multipliedBy(slotsAStep);
        return Stream.iterate(step, by -> by.compareTo(most) <= 0, by -> by.plus(step))
                .flatMap(by -> {
                    int cost = LEAST_COST_OF_SHORTENING
                            + (int) (COST_OF_ALL_OF_IT * by.toSeconds() / Math.max(1, length.toSeconds()));
                    var change = new NearMissChange.Shortened(by);
                    return Stream.of(
                            new Variation(cost, Duration.ZERO, by.negated(), change),
                            new Variation(cost + COST_OF_STARTING_LATER, by, Duration.ZERO, change));
                })
                .sorted(Comparator.comparingInt(Variation::cost))
                .toList();
    }

    private static int minutes(Duration duration) {
        return (int) ((duration.toSeconds() + 59) / 60);
    }

    List<Interval> of(List<Interval> times) {
        return times.stream().map(this::of).toList();
    }

    /** A series varied by so much on the clock on the wall. */
    Schedule of(Schedule schedule) {
        EventDuration length = schedule.length();
        Duration more = end.minus(start);
        Duration exact = length.exact().plus(more);
        EventDuration varied =
                exact.isNegative() || exact.isZero() && length.nominal().isZero()
                        ? new EventDuration(length.nominal().plus(more), length.exact())
                        : new EventDuration(length.nominal(), exact);
        return schedule.withStart(schedule.start().plus(start)).lasting(varied);
    }

    /** Whether it starts on a quarter-hour where the first date starts at {@code from}. */
    boolean isOnTheQuarter(Instant from) {
        return from.plus(start).getEpochSecond() % QUARTER.toSeconds() == 0;
    }

    Interval of(Interval time) {
        return Interval.of(time.start().plus(start), time.end().plus(end));
    }
}
