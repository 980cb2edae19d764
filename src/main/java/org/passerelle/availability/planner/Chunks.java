package org.passerelle.availability.planner;

import java.util.HashMap;
import java.util.Map;

/**
 * The line of slots, cut into chunks, which are made when they are needed: a few small ones first, for a search that succeeds
 * early, then large ones, which are read faster. For one thread.
 */
final class Chunks {

    private static final int FEWEST_WORDS = 8;

    /** A fortnight. */
    private static final int MOST_WORDS = 64;

    /** What is worked on at once still stays in the fastest memory. */
    private static final int TIMES_LARGER = 8;

    private final long origin;
    private final int words;
    private final Map<Long, Chunk> chunks = new HashMap<>();
    private Chunk latest;

    private Chunks(long origin, int words) {
        this.origin = origin;
        this.words = words;
        this.latest = new Chunk(origin, 0);
    }

    /** Chunks for starts from {@code first} to {@code last} of what occupies {@code held} slots each. */
    static Chunks between(long first, long last, long held) {
        long asked = (last - first) / Long.SIZE + 2;
        long size = Math.min(MOST_WORDS, Math.max(FEWEST_WORDS, asked));
        // Each chunk is read with as much beyond its end as is held, which must not become the greater part.
        return new Chunks(Math.floorDiv(first, Long.SIZE) * Long.SIZE, (int) Math.max(size, held / Long.SIZE));
    }

    Chunk containing(long slot) {
        if (slot < latest.first() || slot >= latest.end()) {
            int size = slot < origin + slots(words * TIMES_LARGER) ? words : words * TIMES_LARGER;
            long first = origin + Math.floorDiv(slot - origin, slots(size)) * slots(size);
            latest = chunks.computeIfAbsent(first, any -> new Chunk(first, size));
        }
        return latest;
    }

    private static long slots(int words) {
        return (long) words * Long.SIZE;
    }
}
