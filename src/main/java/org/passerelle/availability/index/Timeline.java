package org.passerelle.availability.index;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * What is held of one number; immutable. Each stretch is kept for itself, also where two overlap for the moment between
 * two notes of a slot that changes hands; the bits of the window are always derived from the stretches.
 */
final class Timeline {

    private final Window window;
    private final WindowBits bits;
    private final long[] stretches;

    /** No stretch is longer, in slots. */
    private final int longest;

    private Timeline(Window window, WindowBits bits, long[] stretches, int longest) {
        this.window = window;
        this.bits = bits;
        this.stretches = stretches;
        this.longest = longest;
    }

    /** @param stretches sorted, and left alone from now on */
    static Timeline of(Window window, long[] stretches) {
        long[] words = new long[Window.WORDS];
        Timeline timeline = new Timeline(window, WindowBits.empty(), stretches, longest(0, stretches));
        timeline.setAll(window.firstSlot(), window.endSlot(), words, window.firstSlot());
        return new Timeline(window, WindowBits.of(words), stretches, timeline.longest);
    }

    private static int longest(int before, long[] stretches) {
        int longest = before;
        for (long stretch : stretches) {
            longest = Math.max(longest, Stretches.end(stretch) - Stretches.first(stretch));
        }
        return longest;
    }

    /** The same number once some stretches are given up and others taken, both sorted, kept around {@code now}. */
    Timeline with(long[] removed, long[] added, Window now) {
        long[] merged = Stretches.merged(stretches, removed, added);
        if (!now.equals(window)) {
            return of(now, merged);
        }
        Timeline changed = new Timeline(window, bits.copy(), merged, longest(longest, added));
        long origin = window.firstSlot();
        for (long stretch : removed) {
            changed.bits.clear(Stretches.first(stretch) - origin, Stretches.end(stretch) - origin);
            changed.forEach(
                    Stretches.first(stretch),
                    Stretches.end(stretch),
                    other -> changed.bits.set(Stretches.first(other) - origin, Stretches.end(other) - origin));
        }
        for (long stretch : added) {
            changed.bits.set(Stretches.first(stretch) - origin, Stretches.end(stretch) - origin);
        }
        return changed;
    }

    /** The same stretches, kept around {@code now}. */
    Timeline in(Window now) {
        return now.equals(window) ? this : of(now, stretches);
    }

    boolean isFree(long firstSlot, long endSlot) {
        if (firstSlot >= endSlot) {
            return true;
        }
        if (window.encloses(firstSlot, endSlot)) {
            return bits.areClear(firstSlot - window.firstSlot(), endSlot - window.firstSlot());
        }
        for (int i = firstThatMayReach(firstSlot); i < stretches.length; i++) {
            if (Stretches.first(stretches[i]) >= endSlot) {
                return true;
            }
            if (Stretches.end(stretches[i]) > firstSlot) {
                return false;
            }
        }
        return true;
    }

    /** Sets the bits of held slots among those that begin with the slot {@code firstWord * 64}. */
    void addTo(long firstWord, long[] words) {
        window.addTo(bits, firstWord, words);
        long firstSlot = firstWord * Long.SIZE;
        long endSlot = firstSlot + (long) words.length * Long.SIZE;
        setAll(firstSlot, Math.min(endSlot, window.firstSlot()), words, firstSlot);
        setAll(Math.max(firstSlot, window.endSlot()), endSlot, words, firstSlot);
    }

    /** Sets the bits of all stretches that touch {@code [from, end)}, and perhaps of some before, the slot {@code origin} being bit 0. */
    private void setAll(long from, long end, long[] words, long origin) {
        forEach(
                from,
                end,
                stretch -> FreeBits.set(words, Stretches.first(stretch) - origin, Stretches.end(stretch) - origin));
    }

    private void forEach(long from, long end, LongConsumer each) {
        if (from >= end) {
            return;
        }
        for (int i = firstThatMayReach(from); i < stretches.length; i++) {
            if (Stretches.first(stretches[i]) >= end) {
                return;
            }
            each.accept(stretches[i]);
        }
    }

    private int firstThatMayReach(long slot) {
        return Stretches.from(stretches, slot - longest);
    }

    int count() {
        return stretches.length;
    }

    /** Whether this is what comes of {@code sorted} stretches: the same stretches, and no bit that they do not set. */
    boolean comesOf(long[] sorted) {
        return Arrays.equals(stretches, sorted) && bits.areThoseOf(of(window, sorted).bits);
    }
}
