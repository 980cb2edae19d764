package org.passerelle.booking.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * A claim is one number in one slot, {@code number << 32 | slot}; no two bookings can hold the same one, because the
 * collection has one unique index on them. This class only computes them.
 */
public final class Claims {

    /** The most claims one booking may hold. */
    public static final int MOST = 20_000;

    private Claims() {}

    public static long of(int number, long slot) {
        return (long) number << 32 | slot;
    }

    /**
     * A set of {@code claims}, each found by its hash in a bucket of few. The hashes of claims lie close together, number and slot laid
     * over each other, so that {@link Set#copyOf}, which goes on to the next place until one is empty, walks past thousands of the
     * claims of a large pool.
     */
    public static Set<Long> setOf(Collection<Long> claims) {
        return Collections.unmodifiableSet(new HashSet<>(claims));
    }

    /** Every claim of {@code numbers} in the slots that {@code interval} touches. */
    public static LongStream of(Collection<Integer> numbers, Interval interval) {
        return numbers.stream().mapToLong(Integer::longValue).flatMap(number -> of((int) number, interval));
    }

    private static LongStream of(int number, Interval interval) {
        return LongStream.range(Slots.first(interval), Slots.endExclusive(interval))
                .map(slot -> of(number, slot));
    }

    /** Every claim of a number in consecutive slots. */
    public static LongStream of(Holding.Stretch stretch) {
        return LongStream.range(stretch.firstSlot(), stretch.endSlot()).map(slot -> of(stretch.number(), slot));
    }

    /** How many claims {@code count} numbers make in {@code interval}, without making them. */
    public static long count(int count, Interval interval) {
        return count * (Slots.endExclusive(interval) - Slots.first(interval));
    }

    public static int number(long claim) {
        return (int) (claim >>> 32);
    }

    public static long slot(long claim) {
        return claim & 0xFFFF_FFFFL;
    }

    /** All claims of some occurrences, sorted, each once; what is cancelled or released claims nothing. */
    public static long[] of(Collection<Occurrence> occurrences) {
        return of(occurrences, LongStream.empty());
    }

    /** As {@link #of(Collection)}, with {@code more}. */
    static long[] of(Collection<Occurrence> occurrences, LongStream more) {
        ClaimCollector claims = new ClaimCollector();
        occurrences.forEach(claims::add);
        more.forEach(claims::add);
        return claims.toArray();
    }
}
