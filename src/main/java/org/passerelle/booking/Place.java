package org.passerelle.booking;

import java.util.List;
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
 */
public record Place(RoomId room, List<Integer> numbers, Interval occupied) {

    public Place {
        numbers = List.copyOf(numbers);
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
