package org.passerelle.booking.store.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.LongConsumer;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.time.Slots;

/** Stretches of held slots in twelve bytes each, since hundreds of thousands of them are kept in memory. */
final class PackedStretches {

    private static final Comparator<Stretch> ORDER =
            Comparator.comparingInt(Stretch::number).thenComparingLong(Stretch::firstSlot);
    private static final int INTS_EACH = 3;

    /** Number, first slot and end of each. */
    private final int[] packed;

    private PackedStretches(int[] packed) {
        this.packed = packed;
    }

    static PackedStretches of(Collection<Stretch> stretches) {
        List<Stretch> sorted = new ArrayList<>(stretches.size() < 2 ? stretches : new LinkedHashSet<>(stretches));
        sorted.sort(ORDER);
        int[] packed = new int[INTS_EACH * sorted.size()];
        int count = 0;
        for (Stretch stretch : sorted) {
            packed[count++] = stretch.number();
            packed[count++] = Math.toIntExact(stretch.firstSlot());
            packed[count++] = Math.toIntExact(stretch.endSlot());
        }
        return new PackedStretches(packed);
    }

    /** As {@link #toInts()} gave them. */
    static PackedStretches ofInts(int[] packed) {
        return new PackedStretches(packed.clone());
    }

    int[] toInts() {
        return packed.clone();
    }

    List<Stretch> toList() {
        List<Stretch> all = new ArrayList<>(packed.length / INTS_EACH);
        for (int i = 0; i < packed.length; i += INTS_EACH) {
            all.add(new Stretch(packed[i], packed[i + 1], packed[i + 2]));
        }
        return all;
    }

    /** Whether {@code number} is held in one of the slots {@code [firstSlot, endSlot)}. */
    boolean holds(int number, long firstSlot, long endSlot) {
        for (int i = 0; i < packed.length; i += INTS_EACH) {
            if (packed[i] == number && packed[i + 1] < endSlot && firstSlot < packed[i + 2]) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them ends after the start of {@code slot}. */
    boolean lastBeyond(long slot) {
        for (int i = 0; i < packed.length; i += INTS_EACH) {
            if (packed[i + 2] > slot) {
                return true;
            }
        }
        return false;
    }

    /** Tells each day of each number that is touched; a day may come twice. */
    void forEachDay(LongConsumer each) {
        for (int i = 0; i < packed.length; i += INTS_EACH) {
            forEachDay(packed[i], packed[i + 1], packed[i + 2], each);
        }
    }

    /** Tells each day of {@code number} that the slots {@code [firstSlot, endSlot)} touch. */
    static void forEachDay(int number, long firstSlot, long endSlot, LongConsumer each) {
        long last = Math.floorDiv(endSlot - 1, Slots.A_DAY);
        for (long day = Math.floorDiv(firstSlot, Slots.A_DAY); day <= last; day++) {
            each.accept((long) number << 32 | day & 0xFFFF_FFFFL);
        }
    }
}
