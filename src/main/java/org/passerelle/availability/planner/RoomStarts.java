package org.passerelle.availability.planner;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.passerelle.availability.query.FreeTimes;

/** When a meeting of one length can start in a room: as bitmaps for many slots, or exactly for one. For one thread. */
final class RoomStarts {

    private final FreeTimes freeTimes;
    private final OpenStarts open;
    private final Chunks chunks;
    private final Budget budget;
    private long[] scratch = {};
    private long[] spare = {};

    RoomStarts(FreeTimes freeTimes, Duration length, Chunks chunks, Budget budget) {
        this.freeTimes = freeTimes;
        this.open = new OpenStarts(freeTimes, length);
        this.chunks = chunks;
        this.budget = budget;
    }

    Chunks chunks() {
        return chunks;
    }

    OpenStarts open() {
        return open;
    }

    Budget budget() {
        return budget;
    }

    /** Adds the starts at which {@code option} can be had, its pools included, taken by itself. */
    void add(PartyOption option, Chunk chunk, long[] starts) {
        if (option.pools().isEmpty()) {
            add(option.place(), chunk, starts);
            return;
        }
        long[] own = of(option.place(), chunk);
        for (Bookable pool : option.pools()) {
            StartBits.keep(own, chunk.bitmap(pool.room().id(), () -> pool(pool, chunk)));
        }
        StartBits.add(starts, own);
    }

    /** What {@link #add} adds some of, at no cost: when the room is open, taken or not. */
    long[] openFor(PartyOption option, Chunk chunk) {
        return open.of(option.place(), chunk);
    }

    /** The starts at which a plain or combined room can be had. */
    long[] of(Bookable place, Chunk chunk) {
        long[] starts = chunk.empty();
        add(place, chunk, starts);
        return starts;
    }

    private void add(Bookable place, Chunk chunk, long[] starts) {
        if (place.room().setUpNumbers().isEmpty()) {
            add(place, place.room().numbers(), chunk, starts);
            return;
        }
        long[] free = chunk.empty();
        add(place.afterSetUp(), place.room().numbers(), chunk, free);
        long[] furnished = chunk.empty();
        add(place.untilItIsOver(), place.room().setUpNumbers(), chunk, furnished);
        StartBits.keep(free, furnished);
        StartBits.add(starts, free);
    }

    private void add(Bookable place, List<Integer> numbers, Chunk chunk, long[] starts) {
        long[] taken = lookingBack(place, chunk);
        for (int number : numbers) {
            freeTimes.addTaken(number, chunk.first() - back(place), taken);
        }
        addFree(place, chunk, taken, starts);
    }

    private long[] pool(Bookable pool, Chunk chunk) {
        long[] starts = chunk.empty();
        for (int unit : pool.room().numbers()) {
            long[] taken = lookingBack(pool, chunk);
            freeTimes.addTaken(unit, chunk.first() - back(pool), taken);
            addFree(pool, chunk, taken, starts);
        }
        return starts;
    }

    /** How many slots before a chunk the bookings are read, a whole number of words. */
    private static long back(Bookable place) {
        return (place.before() + Long.SIZE - 1L) / Long.SIZE * Long.SIZE;
    }

    /** An empty bitmap, which is used again by the next call: a search needs a great many. */
    private long[] lookingBack(Bookable place, Chunk chunk) {
        int words = (int) (back(place) / Long.SIZE) + chunk.words() + place.held() / Long.SIZE + 2;
        if (scratch.length == words) {
            Arrays.fill(scratch, 0);
        } else {
            scratch = new long[words];
            spare = new long[words];
        }
        return scratch;
    }

    private void addFree(Bookable place, Chunk chunk, long[] taken, long[] starts) {
        budget.spend(taken.length);
        long[] blocked = StartBits.reachDown(taken, spare, place.held());
        long[] allowed = open.of(place, chunk);
        if (place.earliest() > chunk.first() || place.latest() < chunk.end() - 1) {
            allowed = inReach(place, chunk, allowed);
        }
        StartBits.addAllowed(starts, allowed, blocked, (int) back(place) - place.before());
    }

    private static long[] inReach(Bookable place, Chunk chunk, long[] starts) {
        long[] inReach = chunk.empty();
        StartBits.set(inReach, place.earliest() - chunk.first(), place.latest() + 1 - chunk.first());
        StartBits.keep(inReach, starts);
        return inReach;
    }

    /** Whether {@code place} can be had by a meeting that starts with the slot {@code start}; of a pool, a unit. */
    boolean canStart(Bookable place, long start) {
        if (!isAllowed(place, start)) {
            return false;
        }
        if (!place.room().setUpNumbers().isEmpty()) {
            return isFree(place.afterSetUp(), place.room().numbers(), start)
                    && isFree(place.untilItIsOver(), place.room().setUpNumbers(), start);
        }
        for (int number : place.room().numbers()) {
            boolean isFree = isFree(place, number, start);
            if (isFree == place.room().isCountable()) {
                return isFree;
            }
        }
        return !place.room().isCountable();
    }

    /** How many units of {@code pool} a meeting that starts with the slot {@code start} can have. */
    int freeUnits(Bookable pool, long start) {
        return isAllowed(pool, start)
                ? (int) pool.room().numbers().stream()
                        .filter(unit -> isFree(pool, unit, start))
                        .count()
                : 0;
    }

    private boolean isAllowed(Bookable place, long start) {
        Chunk chunk = chunks.containing(start);
        return place.isInReach(start) && StartBits.isSet(open.of(place, chunk), start - chunk.first());
    }

    private boolean isFree(Bookable place, List<Integer> numbers, long start) {
        return numbers.stream().allMatch(number -> isFree(place, number, start));
    }

    private boolean isFree(Bookable place, int number, long start) {
        return freeTimes.isFree(number, start - place.before(), start + place.after());
    }
}
