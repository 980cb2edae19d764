package org.passerelle.bench;

import org.passerelle.availability.query.FreeTimes;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/**
 * An index of which each room is free for five hours now and then, and hardly two of them at once: a search has to look at
 * everything. All that is asked is read from the index too, so that it costs no less.
 */
record NearlyFull(FreeTimes index) implements FreeTimes {

    /** Spreads numbers so that their first bits look random. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** One word in 128 is left as it is: one of which the first seven bits, spread, are zero. */
    private static final int ALL_BUT_SEVEN = 57;

    @Override
    public boolean isFree(int number, long firstSlot, long endSlot) {
        for (long word = firstSlot / Long.SIZE; word * Long.SIZE < endSlot; word++) {
            if (isFull(number, word)) {
                return false;
            }
        }
        return index.isFree(number, firstSlot, endSlot);
    }

    @Override
    public void addTaken(int number, long firstSlot, long[] words) {
        index.addTaken(number, firstSlot, words);
        for (int i = 0; i < words.length; i++) {
            if (isFull(number, firstSlot / Long.SIZE + i)) {
                words[i] = -1;
            }
        }
    }

    private static boolean isFull(int number, long word) {
        return (number * 31L + word) * SPREAD >>> ALL_BUT_SEVEN != 0;
    }

    @Override
    public boolean isOpen(Room room, Interval time) {
        return index.isOpen(room, time);
    }

    @Override
    public void addOpen(Room room, long firstSlot, long[] words) {
        index.addOpen(room, firstSlot, words);
    }
}
