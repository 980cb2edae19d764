package org.passerelle.availability.index;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.passerelle.availability.index.Stretches.StretchCollector;
import org.passerelle.booking.model.Holding;

/** What one document holds at one version, in little space. */
final class HeldStretches {

    /** What a document holds of which nothing is known. */
    static final HeldStretches NOTHING = new HeldStretches(0, new int[0], new long[0]);

    private final long version;

    /** Which number is held in each of the stretches; ascending, and the stretches of one number too. */
    private final int[] numbers;

    private final long[] stretches;

    private HeldStretches(long version, int[] numbers, long[] stretches) {
        this.version = version;
        this.numbers = numbers;
        this.stretches = stretches;
    }

    static HeldStretches of(Holding holding) {
        List<Holding.Stretch> sorted = holding.stretches().stream()
                .sorted((one, other) -> one.number() != other.number()
                        ? Integer.compare(one.number(), other.number())
                        : Long.compare(packed(one), packed(other)))
                .toList();
        int[] numbers = new int[sorted.size()];
        long[] stretches = new long[sorted.size()];
        for (int i = 0; i < stretches.length; i++) {
            numbers[i] = sorted.get(i).number();
            stretches[i] = packed(sorted.get(i));
        }
        return new HeldStretches(holding.version(), numbers, stretches);
    }

    private static long packed(Holding.Stretch stretch) {
        return Stretches.of(Stretches.bounded(stretch.firstSlot()), Stretches.bounded(stretch.endSlot()));
    }

    long version() {
        return version;
    }

    int count() {
        return stretches.length;
    }

    int number(int index) {
        return numbers[index];
    }

    long stretch(int index) {
        return stretches[index];
    }

    List<Holding.Stretch> toStretches() {
        return IntStream.range(0, numbers.length)
                .mapToObj(i ->
                        new Holding.Stretch(numbers[i], Stretches.first(stretches[i]), Stretches.end(stretches[i])))
                .toList();
    }

    /** Adds the stretches of the numbers that are {@code wanted} to those gathered {@code byNumber}. */
    void gather(IntPredicate wanted, Map<Integer, StretchCollector> byNumber) {
        for (int i = 0; i < stretches.length; i++) {
            if (wanted.test(numbers[i])) {
                byNumber.computeIfAbsent(numbers[i], any -> new StretchCollector())
                        .add(stretches[i]);
            }
        }
    }

    boolean holdsTheSameAs(HeldStretches other) {
        return Arrays.equals(numbers, other.numbers) && Arrays.equals(stretches, other.stretches);
    }
}
