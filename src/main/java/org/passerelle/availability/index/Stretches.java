package org.passerelle.availability.index;

import java.util.Arrays;

/**
 * Stretches of slots {@code [first, end)} in one number each, so that their order is that of their starts, and sorted arrays
 * of them. Slots fit in 32 bits, far beyond any calendar.
 */
final class Stretches {

    private Stretches() {}

    static long of(int first, int end) {
        return (long) first << 32 | end & 0xFFFF_FFFFL;
    }

    static int first(long stretch) {
        return (int) (stretch >> 32);
    }

    static int end(long stretch) {
        return (int) stretch;
    }

    /** {@code slot}, or the last before which every stretch ends, or the first after which every stretch begins. */
    static int bounded(long slot) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, slot));
    }

    /** The position of the first of {@code sorted} that starts at {@code slot} or later. */
    static int from(long[] sorted, long slot) {
        int found = Arrays.binarySearch(sorted, (long) bounded(slot) << 32);
        return found < 0 ? -found - 1 : found;
    }

    /** All of {@code kept} but one of each that is in {@code removed}, and all of {@code added}; all three are sorted. */
    static long[] merged(long[] kept, long[] removed, long[] added) {
        long[] all = new long[kept.length + added.length];
        int count = 0;
        int from = 0;
        int nextRemoved = 0;
        int nextAdded = 0;
        while (nextRemoved < removed.length || nextAdded < added.length) {
            boolean isRemoved = nextAdded == added.length
                    || nextRemoved < removed.length && removed[nextRemoved] <= added[nextAdded];
            long next = isRemoved ? removed[nextRemoved++] : added[nextAdded++];
            // What lies between is copied as it is, for a room has many stretches of which few change.
            int position = firstAt(kept, from, next);
            System.arraycopy(kept, from, all, count, position - from);
            count += position - from;
            from = position;
            if (!isRemoved) {
                all[count++] = next;
            } else if (from < kept.length && kept[from] == next) {
                from++;
            }
        }
        System.arraycopy(kept, from, all, count, kept.length - from);
        count += kept.length - from;
        return count == all.length ? all : Arrays.copyOf(all, count);
    }

    /** The first position from {@code from} on that holds {@code stretch} or a greater one. */
    private static int firstAt(long[] sorted, int from, long stretch) {
        int found = Arrays.binarySearch(sorted, from, sorted.length, stretch);
        if (found < 0) {
            return -found - 1;
        }
        while (found > from && sorted[found - 1] == stretch) {
            found--;
        }
        return found;
    }

    /** All of {@code sorted} but one of each that is in {@code removed}, sorted too. */
    static long[] without(long[] sorted, long[] removed) {
        return removed.length == 0 ? sorted : merged(sorted, removed, new long[0]);
    }

    /** Stretches as they come together, in no order. */
    static final class StretchCollector {

        private long[] stretches = new long[4];
        private int count;

        void add(long stretch) {
            if (count == stretches.length) {
                stretches = Arrays.copyOf(stretches, 2 * count);
            }
            stretches[count++] = stretch;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(stretches, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
