package org.passerelle.availability.planner;

import java.util.HashMap;
import java.util.Map;

/** The line of slots, cut into chunks of one size, which are made when they are needed. For one thread. */
final class Chunks {

    private static final int FEWEST_WORDS = 8;

    /** A fortnight: what is worked on stays in the fastest memory, and a search that succeeds early did little in vain. */
    private static final int MOST_WORDS = 64;

    private final long origin;
    private final int words;
    private final Map<Long, Chunk> chunks = new HashMap<>();

    private Chunks(long origin, int words) {
        this.origin = origin;
        this.words = words;
    }

    /** Chunks for starts from {@code first} to {@code last} of what occupies {@code held} slots each. */
    static Chunks between(long first, long last, long held) {
        long asked = (last - first) / Long.SIZE + 2;
        long size = Math.min(MOST_WORDS, Math.max(FEWEST_WORDS, asked));
        // Each chunk is read with as much beyond its end as is held, which must not become the greater part.
        return new Chunks(Math.floorDiv(first, Long.SIZE) * Long.SIZE, (int) Math.max(size, held / Long.SIZE));
    }

    Chunk containing(long slot) {
        long slots = (long) words * Long.SIZE;
        long number = Math.floorDiv(slot - origin, slots);
        return chunks.computeIfAbsent(number, n -> new Chunk(origin + n * slots, words));
    }
}
