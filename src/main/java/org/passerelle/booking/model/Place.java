package org.passerelle.booking.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.directory.Room;
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
 * @param setUp what is claimed for the time before where a neighbour's time after may be the same; empty where {@code numbers}
 *     are held all the time
 */
public record Place(
        RoomId room,
        List<Integer> numbers,
        Interval occupied,
        Optional<RoomId> insteadOf,
        Optional<SharedSetUp> setUp) {

    public Place {
        numbers = List.copyOf(numbers);
    }

    /**
     * Of two neighbours, the one's time after and the other's time before may be the same time, but neither may be in the
     * other's meeting. So the meeting and the time after it are claimed under the numbers of the room, the time before it and
     * the meeting under these: only a time after and a time before share no claim.
     *
     * @param numbers one for each of those of the place, the same where it is held all the time
     * @param meeting when people meet
     */
    public record SharedSetUp(List<Integer> numbers, Interval meeting) {

        public SharedSetUp {
            numbers = List.copyOf(numbers);
        }

        /** All that a place with {@code own} numbers holds, which is {@code occupied}. */
        public Stream<Stretch> stretches(List<Integer> own, Interval occupied) {
            Interval late = Interval.of(meeting.start(), occupied.end());
            Interval early = Interval.of(occupied.start(), meeting.end());
            return Stream.concat(
                    own.stream().map(number -> stretch(number, numbers.contains(number) ? occupied : late)),
                    numbers.stream().filter(number -> !own.contains(number)).map(number -> stretch(number, early)));
        }
    }

    /** A room that was asked for, held all the time under the same numbers. */
    public Place(RoomId room, List<Integer> numbers, Interval occupied) {
        this(room, numbers, occupied, Optional.empty(), Optional.empty());
    }

    /**
     * {@code room}, which was asked for, or some units of it.
     *
     * @param occupied holds {@code meeting}
     */
    public static Place of(Room room, List<Integer> numbers, Interval meeting, Interval occupied) {
        Optional<SharedSetUp> setUp = room.setUpNumbers().isEmpty()
                ? Optional.empty()
                : Optional.of(new SharedSetUp(room.setUpNumbers(), meeting));
        return new Place(room.id(), numbers, occupied, Optional.empty(), setUp);
    }

    /** The same, held as long around {@code meeting} as the room keeps free. */
    public static Place around(Room room, List<Integer> numbers, Interval meeting) {
        var buffers = room.rules().buffers();
        return of(room, numbers, meeting, meeting.extendedBy(buffers.before(), buffers.after()));
    }

    /** The room that was asked for. */
    public RoomId wished() {
        return insteadOf.orElse(room);
    }

    /** The same place, had because {@code wished} was taken, unless it is that room. */
    public Place standingInFor(RoomId wished) {
        return new Place(room, numbers, occupied, Optional.of(wished).filter(other -> !other.equals(room)), setUp);
    }

    /** The same place, given back so much earlier. */
    Place until(Interval meeting, Interval changed) {
        return new Place(
                room, numbers, changed, insteadOf, setUp.map(shared -> new SharedSetUp(shared.numbers(), meeting)));
    }

    /** What it holds: each number in the slots that its time touches. */
    public Stream<Stretch> stretches() {
        return setUp.map(shared -> shared.stretches(numbers, occupied))
                .orElseGet(() -> numbers.stream().map(number -> stretch(number, occupied)));
    }

    /** The time before the meeting, if it is claimed under numbers of its own and there is any. */
    public Optional<Interval> earlySetUp() {
        return setUp.map(SharedSetUp::meeting)
                .filter(meeting -> occupied.start().isBefore(meeting.start()))
                .map(meeting -> Interval.of(occupied.start(), meeting.start()));
    }

    private static Stretch stretch(int number, Interval time) {
        return new Stretch(number, Slots.first(time), Slots.endExclusive(time));
    }

    /** Every claim this place makes. */
    public LongStream claims() {
        return setUp.isEmpty() ? Claims.of(numbers, occupied) : stretches().flatMapToLong(Claims::of);
    }

    /** The time that is kept from others: {@link #occupied()} rounded outwards to whole slots. */
    public Interval claimed() {
        return Slots.rounded(occupied);
    }

    public boolean holds(int number) {
        return numbers.contains(number);
    }

    /** Whether nobody can have both, because they claim the same number in the same slot. */
    public boolean excludes(Place other) {
        if (setUp.isEmpty() && other.setUp.isEmpty()) {
            return claimed().overlaps(other.claimed()) && numbers.stream().anyMatch(other::holds);
        }
        return stretches().anyMatch(own -> other.stretches().anyMatch(own::meets));
    }
}
