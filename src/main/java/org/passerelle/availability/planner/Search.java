package org.passerelle.availability.planner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.passerelle.availability.query.MeetingTimeQuery.Order;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** Looks through a range of starts for those that a gathering is offered. For one thread. */
final class Search {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final long NO_MORE = Long.MAX_VALUE;

    /** Enough bits for any range; above them a rank has room for what a score misses of its best. */
    private static final int RANK = 40;

    private final SlotGathering gathering;
    private final Range range;
    private final Duration length;
    private final Optional<Duration> step;
    private final Comfort comfort;

    /**
     * Where to look; nowhere if {@code last} is before {@code first}.
     *
     * @param first the first slot with which a meeting may start
     * @param last the last one
     */
    record Range(long first, long last) {

        boolean contains(long slot) {
            return first <= slot && slot <= last;
        }
    }

    /**
     * @param length of the meeting
     * @param step as in {@link org.passerelle.availability.query.MeetingTimeQuery.TimeTaste}
     */
    Search(SlotGathering gathering, Range range, Duration length, Optional<Duration> step) {
        this.gathering = gathering;
        this.range = range;
        this.length = length;
        this.step = step;
        this.comfort = new Comfort(
                gathering.parties().stream().map(party -> party.site().zone()).toList(), length);
    }

    /** At most {@code limit} slots, the first or the best. */
    List<CommonSlot> slots(Order order, int limit) {
        return order == Order.START ? first(limit) : best(limit);
    }

    private List<CommonSlot> first(int limit) {
        List<CommonSlot> found = new ArrayList<>();
        for (long start = next(range.first()); start != NO_MORE && found.size() < limit; start = next(start + 1)) {
            offered(start).ifPresent(found::add);
        }
        return found;
    }

    private List<CommonSlot> best(int limit) {
        List<CommonSlot> found = new ArrayList<>();
        for (long rank : ranks()) {
            if (found.size() == limit || gathering.rooms().budget().isExhausted()) {
                break;
            }
            offered(range.first() + (rank & (1L << RANK) - 1)).ifPresent(found::add);
        }
        return found;
    }

    /** What may be offered, the best scores first and of equal ones the earliest. */
    private long[] ranks() {
        LongStream.Builder ranks = LongStream.builder();
        for (long start = next(range.first()); start != NO_MORE; start = next(start + 1)) {
            // Whether the slot before can be had is not known before it is looked at closely.
            if (isAligned(start) || !gathering.bitmapsTellAll() || isFirstOfStretch(start)) {
                ranks.add((long) (Comfort.BEST - comfort.of(start)) << RANK | start - range.first());
            }
        }
        return ranks.build().sorted().toArray();
    }

    /** The first start not before {@code from} that is worth a look. */
    private long next(long from) {
        Chunks chunks = gathering.rooms().chunks();
        long slot = from;
        while (slot <= range.last() && !isSpent()) {
            Chunk chunk = chunks.containing(slot);
            long bit = StartBits.next(gathering.mayStart(chunk), slot - chunk.first());
            if (bit >= 0) {
                slot = chunk.first() + bit;
                return slot <= range.last() ? slot : NO_MORE;
            }
            slot = chunk.end();
        }
        return NO_MORE;
    }

    private boolean isSpent() {
        return gathering.rooms().budget().isSpent();
    }

    private Optional<CommonSlot> offered(long start) {
        return (isAligned(start) || isFirstOfStretch(start)) && gathering.canStart(start)
                ? gathering
                        .roomsFrom(start)
                        .map(rooms -> new CommonSlot(Interval.of(Slots.start(start), length), rooms, comfort.of(start)))
                : Optional.empty();
    }

    private boolean isAligned(long start) {
        return Slots.start(start).getEpochSecond() % step.orElse(QUARTER).toSeconds() == 0;
    }

    /** Whether a meeting cannot start five minutes earlier; does not count where steps are asked for. */
    private boolean isFirstOfStretch(long start) {
        return step.isEmpty() && !(range.contains(start - 1) && gathering.canStart(start - 1));
    }
}
