package org.passerelle.availability.index;

/** Runs of bits in words; bit {@code i % 64} of {@code words[i / 64]} is bit {@code i}. What lies outside of the words is ignored. */
final class FreeBits {

    private FreeBits() {}

    /** Sets the bits {@code [from, to)}. */
    static void set(long[] words, long from, long to) {
        long first = Math.max(0, from);
        long end = Math.min(words.length * (long) Long.SIZE, to);
        if (first >= end) {
            return;
        }
        int firstWord = word(first);
        int lastWord = word(end - 1);
        if (firstWord == lastWord) {
            words[firstWord] |= since(first) & until(end);
            return;
        }
        words[firstWord] |= since(first);
        for (int i = firstWord + 1; i < lastWord; i++) {
            words[i] = -1L;
        }
        words[lastWord] |= until(end);
    }

    /** Clears the bits {@code [from, to)}. */
    static void clear(long[] words, long from, long to) {
        long first = Math.max(0, from);
        long end = Math.min(words.length * (long) Long.SIZE, to);
        if (first >= end) {
            return;
        }
        int firstWord = word(first);
        int lastWord = word(end - 1);
        if (firstWord == lastWord) {
            words[firstWord] &= ~(since(first) & until(end));
            return;
        }
        words[firstWord] &= ~since(first);
        for (int i = firstWord + 1; i < lastWord; i++) {
            words[i] = 0;
        }
        words[lastWord] &= ~until(end);
    }

    /** Whether none of the bits {@code [from, to)}, all of which must lie within the words, is set; at least one is asked for. */
    static boolean areClear(long[] words, long from, long to) {
        int firstWord = word(from);
        int lastWord = word(to - 1);
        if (firstWord == lastWord) {
            return (words[firstWord] & since(from) & until(to)) == 0;
        }
        long met = words[firstWord] & since(from) | words[lastWord] & until(to);
        for (int i = firstWord + 1; i < lastWord; i++) {
            met |= words[i];
        }
        return met == 0;
    }

    /** Whether all of the bits {@code [from, to)} are set; otherwise as {@link #areClear}. */
    static boolean areSet(long[] words, long from, long to) {
        int firstWord = word(from);
        int lastWord = word(to - 1);
        if (firstWord == lastWord) {
            return (~words[firstWord] & since(from) & until(to)) == 0;
        }
        long missed = ~words[firstWord] & since(from) | ~words[lastWord] & until(to);
        for (int i = firstWord + 1; i < lastWord; i++) {
            missed |= ~words[i];
        }
        return missed == 0;
    }

    private static int word(long bit) {
        return (int) (bit >> 6);
    }

    /** The bits of a word from {@code bit} on. */
    private static long since(long bit) {
        return -1L << bit;
    }

    /** The bits of a word before {@code bit}, of which there is at least one. */
    private static long until(long bit) {
        return -1L >>> -bit;
    }
}
