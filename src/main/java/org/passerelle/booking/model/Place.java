package org.passerelle.booking.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * One room held by one occurrence.
 *
 * @param numbers the claim numbers held: one for a plain room, those of its parts for a combined one, the chosen units
 *     for countable equipment
 * @param occupied the time held, buffers included
 * @param insteadOf the room that was asked for and was taken, if {@code room} stands in for it
 */
public record Place(RoomId room, List<Integer> numbers, Interval occupied, Optional<RoomId> insteadOf) {

    public Place {
        numbers = List.copyOf(numbers);
    }

    /** A room that was asked for. */
    public Place(RoomId room, List<Integer> numbers, Interval occupied) {
        this(room, numbers, occupied, Optional.empty());
    }

    /** The room that was asked for. */
    public RoomId wished() {
        return insteadOf.orElse(room);
    }

    /** The same place, had because {@code wished} was taken, unless it is that room. */
    public Place standingInFor(RoomId wished) {
        return new Place(room, numbers, occupied, Optional.of(wished).filter(other -> !other.equals(room)));
    }

    /** The same place held at another time. */
    Place during(Interval changed) {
        return new Place(room, numbers, changed, insteadOf);
    }

    /** Every claim this place makes: each number in each slot that {@link #occupied()} touches. */
    public LongStream claims() {
        return Claims.of(numbers, occupied);
    }

    /** The time that nobody else can have: {@link #occupied()} rounded outwards to whole slots. */
    public Interval claimed() {
        return Slots.rounded(occupied);
    }

    public boolean holds(int number) {
        return numbers.contains(number);
    }
}
