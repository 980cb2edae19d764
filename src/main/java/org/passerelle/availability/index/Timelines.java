package org.passerelle.availability.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A timeline for each number of which something is held. Numbers are given one after the other, so they are positions in
 * an array; a look at a thousand rooms goes through memory in order. Any number of threads may read and replace.
 */
final class Timelines {

    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    /** Numbers are less than this: four million, which rooms and organisations share. */
    static final int END = PAGE << 12;

    private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable Timeline>> pages =
            new AtomicReferenceArray<>(END / PAGE);

    /** Nothing if nothing is held of {@code number}. */
    @Nullable
    Timeline get(int number) {
        if (number < 0 || number >= END) {
            return null;
        }
        AtomicReferenceArray<@Nullable Timeline> page = pages.get(number >> PAGE_BITS);
        return page == null ? null : page.get(number & PAGE - 1);
    }

    /**
     * Replaces a timeline in one step.
     *
     * @param change may be asked again when another thread comes first; null stands for nothing held
     * @throws IllegalArgumentException if no room can have such a number
     */
    void replace(int number, UnaryOperator<@Nullable Timeline> change) {
        if (number < 0 || number >= END) {
            throw new IllegalArgumentException("No room has the number " + number);
        }
        page(number >> PAGE_BITS).updateAndGet(number & PAGE - 1, change);
    }

    private AtomicReferenceArray<@Nullable Timeline> page(int index) {
        AtomicReferenceArray<@Nullable Timeline> page = pages.get(index);
        if (page != null) {
            return page;
        }
        AtomicReferenceArray<@Nullable Timeline> fresh = new AtomicReferenceArray<>(PAGE);
        AtomicReferenceArray<@Nullable Timeline> other = pages.compareAndExchange(index, null, fresh);
        return other == null ? fresh : other;
    }

    /** The numbers of which something is held, ascending. */
    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int index = 0; index < pages.length(); index++) {
            AtomicReferenceArray<@Nullable Timeline> page = pages.get(index);
            for (int i = 0; page != null && i < PAGE; i++) {
                if (page.get(i) != null) {
                    numbers.add((index << PAGE_BITS) + i);
                }
            }
        }
        return numbers;
    }
}
