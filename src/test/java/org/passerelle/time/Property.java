package org.passerelle.time;

import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Checks that something holds of many generated values. The values follow from the seed, so a failure repeats; the
 * message of a failure names the seed that generates the failing value first, to be kept as a row of a test.
 */
public final class Property {

    private Property() {}

    /** Checks {@code assertion} on {@code runs} values; the n-th comes from seed {@code seed + n}. */
    public static <T> void check(long seed, int runs, Function<Random, T> generator, Consumer<T> assertion) {
        for (long each = seed; each < seed + runs; each++) {
            var value = generator.apply(new Random(scrambled(each)));
            try {
                assertion.accept(value);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("Does not hold with seed " + each + " of " + value, failure);
            }
        }
    }

    /** Neighbouring seeds of {@link Random} begin alike; multiplying spreads them. */
    private static long scrambled(long seed) {
        return seed * 0x9E3779B97F4A7C15L;
    }
}
