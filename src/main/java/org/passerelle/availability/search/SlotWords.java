package org.passerelle.availability.search;

/** A stretch of slots as the words of {@link org.passerelle.availability.query.FreeTimes}: a bit a slot, from a multiple of 64 on. */
final class SlotWords {

    private final long base;
    private final long[] bits;

    private SlotWords(long base, long[] bits) {
        this.base = base;
        this.bits = bits;
    }

    /** Words for at least the slots {@code [first, end)}, none of them set. */
    static SlotWords of(long first, long end) {
        long base = Math.floorDiv(first, Long.SIZE) * Long.SIZE;
        return new SlotWords(base, new long[(int) ((end - 1 - base) / Long.SIZE + 1)]);
    }

    /** The number of the slot that the first bit stands for. */
    long firstSlot() {
        return base;
    }

    long[] bits() {
        return bits;
    }

    /** Whether all slots of {@code [first, end)}, which these words hold, are set; they are when there is none. */
    boolean areSet(long first, long end) {
        for (int word = word(first); slot(word) < end; word++) {
            long asked = asked(word, first, end);
            if ((bits[word] & asked) != asked) {
                return false;
            }
        }
        return true;
    }

    /** Whether no slot of {@code [first, end)}, which these words hold, is set. */
    boolean areClear(long first, long end) {
        for (int word = word(first); slot(word) < end; word++) {
            if ((bits[word] & asked(word, first, end)) != 0) {
                return false;
            }
        }
        return true;
    }

    private int word(long slot) {
        return (int) ((slot - base) / Long.SIZE);
    }

    private long slot(int word) {
        return base + (long) word * Long.SIZE;
    }

    /** Those bits of a word, of which there is one, that stand for slots of {@code [first, end)}. */
    private long asked(int word, long first, long end) {
        long asked = -1L;
        if (slot(word) < first) {
            asked &= -1L << first;
        }
        if (slot(word) + Long.SIZE > end) {
            asked &= -1L >>> -end;
        }
        return asked;
    }
}
