package org.passerelle.availability.planner;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A stretch of slots that is looked at in one go, with the bitmaps worked out for it so far. For one thread. */
final class Chunk {

    private final long first;
    private final int words;
    private final Map<Object, long[]> bitmaps = new HashMap<>();

    Chunk(long first, int words) {
        this.first = first;
        this.words = words;
    }

    /** The first slot, a multiple of 64. */
    long first() {
        return first;
    }

    long end() {
        return first + (long) words * Long.SIZE;
    }

    int words() {
        return words;
    }

    long[] empty() {
        return new long[words];
    }

    /** The bitmap known as {@code name}, which is made when it is asked for the first time and must not be changed. */
    long[] bitmap(Object name, Supplier<long[]> making) {
        long[] known = bitmaps.get(name);
        if (known == null) {
            known = making.get();
            bitmaps.put(name, known);
        }
        return known;
    }
}
