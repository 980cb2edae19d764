package org.passerelle.availability.index;

import java.time.Instant;
import org.passerelle.time.Slots;

/**
 * The 262,144 slots, 910 days, that are kept as bitmaps: from about three months back to more than two years ahead. It moves
 * on by a week at a time, so that what is kept is seldom made anew. Whatever lies outside is answered as rightly, more slowly.
 *
 * @param firstWord the first slot divided by 64
 */
record Window(long firstWord) {

    static final int WORDS = 4096;

    private static final int SLOTS_A_DAY = 288;
    private static final int DAYS_BACK = 90;

    /** 2,048 slots, a little more than seven days. */
    private static final int WORDS_A_STEP = 32;

    static Window around(Instant now) {
        long word = Math.floorDiv(Slots.containing(now) - DAYS_BACK * SLOTS_A_DAY, Long.SIZE);
        return new Window(Math.floorDiv(word, WORDS_A_STEP) * WORDS_A_STEP);
    }

    long firstSlot() {
        return firstWord * Long.SIZE;
    }

    long endSlot() {
        return firstSlot() + (long) WORDS * Long.SIZE;
    }

    boolean encloses(long fromSlot, long endSlot) {
        return fromSlot >= firstSlot() && endSlot <= endSlot();
    }

    /**
     * Adds words that are kept to words that are asked for, as far as they are of the same slots.
     *
     * @param kept of this window
     * @param firstAsked the first of the slots of {@code asked}, divided by 64
     */
    void addTo(WindowBits kept, long firstAsked, long[] asked) {
        long from = Math.max(firstWord, firstAsked);
        long end = Math.min(firstWord + WORDS, firstAsked + asked.length);
        if (from < end) {
            kept.addTo((int) (from - firstWord), (int) (end - firstWord), asked, (int) (from - firstAsked));
        }
    }

    /** As {@link #addTo(WindowBits, long, long[])}, of words that lie in one row. */
    void addTo(long[] kept, long firstAsked, long[] asked) {
        long from = Math.max(firstWord, firstAsked);
        long end = Math.min(firstWord + WORDS, firstAsked + asked.length);
        int shift = (int) (firstAsked - firstWord);
        for (int i = (int) (from - firstAsked); i < end - firstAsked; i++) {
            asked[i] |= kept[i + shift];
        }
    }
}
