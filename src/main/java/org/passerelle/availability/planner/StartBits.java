package org.passerelle.availability.planner;

/** Work on bitmaps, a word of 64 slots at a time; bit {@code i % 64} of word {@code i / 64} stands for the i-th slot. */
final class StartBits {

    private StartBits() {}

    /**
     * Sets each bit from which on one of {@code length} bits is set; beyond the last word nothing is.
     *
     * @param spare as long as {@code words}; a loop from one array to another is one that processors do several words of at once
     * @return whichever of the two holds the result; the other one is spoilt
     */
    static long[] reachDown(long[] words, long[] spare, int length) {
        long[] from = words;
        long[] to = spare;
        int reached = 1;
        while (reached < length) {
            int by = Math.min(reached, length - reached);
            withShiftedDown(from, to, by);
            long[] done = to;
            to = from;
            from = done;
            reached += by;
        }
        return from;
    }

    private static void withShiftedDown(long[] from, long[] to, int by) {
        int whole = by / Long.SIZE;
        int last = from.length - 1 - whole;
        int part = by % Long.SIZE;
        if (last < 0) {
            System.arraycopy(from, 0, to, 0, from.length);
            return;
        }
        if (part == 0) {
            for (int i = 0; i <= last; i++) {
                to[i] = from[i] | from[i + whole];
            }
        } else {
            int rest = Long.SIZE - part;
            for (int i = 0; i < last; i++) {
                to[i] = from[i] | from[i + whole] >>> part | from[i + whole + 1] << rest;
            }
            to[last] = from[last] | from[last + whole] >>> part;
        }
        System.arraycopy(from, last + 1, to, last + 1, whole);
    }

    /** Sets the bits of {@code allowed}, as far as those of {@code blocked} that lie {@code offset} further are not set. */
    static void addAllowed(long[] words, long[] allowed, long[] blocked, int offset) {
        int whole = offset / Long.SIZE;
        int part = offset % Long.SIZE;
        for (int i = 0; i < words.length; i++) {
            long block = blocked[i + whole] >>> part;
            if (part != 0) {
                block |= blocked[i + whole + 1] << -part;
            }
            words[i] |= allowed[i] & ~block;
        }
    }

    /** Sets the bits from {@code from} to before {@code end}, as far as there are such. */
    static void set(long[] words, long from, long end) {
        long first = Math.max(0, from);
        long until = Math.min(end, (long) words.length * Long.SIZE);
        for (long i = first; i < until; ) {
            int word = (int) (i / Long.SIZE);
            long next = Math.min(until, (word + 1L) * Long.SIZE);
            words[word] |= (-1L >>> (Long.SIZE - (next - i))) << i;
            i = next;
        }
    }

    /** Leaves only those bits set that are set in {@code others} too; whether any is left. */
    static boolean keep(long[] words, long[] others) {
        long any = 0;
        for (int i = 0; i < words.length; i++) {
            words[i] &= others[i];
            any |= words[i];
        }
        return any != 0;
    }

    static void add(long[] words, long[] others) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= others[i];
        }
    }

    static boolean isSet(long[] words, long index) {
        return (words[(int) (index / Long.SIZE)] >>> index & 1) != 0;
    }

    /** Whether every bit of {@code words} is set in {@code others} too. */
    static boolean isWithin(long[] words, long[] others) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & ~others[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The first bit at or after {@code from} that is set, or -1. */
    static long next(long[] words, long from) {
        int word = (int) (from / Long.SIZE);
        if (word >= words.length) {
            return -1;
        }
        long rest = words[word] & -1L << from;
        while (rest == 0) {
            if (++word == words.length) {
                return -1;
            }
            rest = words[word];
        }
        return (long) word * Long.SIZE + Long.numberOfTrailingZeros(rest);
    }
}
