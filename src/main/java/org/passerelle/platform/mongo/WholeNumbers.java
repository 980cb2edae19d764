package org.passerelle.platform.mongo;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Whole numbers in whatever form BSON has them. */
final class WholeNumbers {

    private static final double EXACT = 1L << 53;

    private WholeNumbers() {}

    /** Null if {@code value} is no whole number that is exact in 64 bits. */
    static @Nullable Long of(@Nullable Object value) {
        if (value instanceof Double number) {
            return Math.rint(number) == number && Math.abs(number) <= EXACT ? (Long) number.longValue() : null;
        }
        return value instanceof Long || value instanceof Integer ? (Long) ((Number) value).longValue() : null;
    }

    /** Null unless {@code value} is a list of nothing but 64-bit numbers, or one of them. */
    static long @Nullable [] all(@Nullable Object value) {
        if (value instanceof Long one) {
            return new long[] {one};
        }
        if (!(value instanceof Collection<?> values)) {
            return null;
        }
        long[] numbers = new long[values.size()];
        int count = 0;
        for (Object each : values) {
            if (!(each instanceof Long)) {
                return null;
            }
            numbers[count++] = (Long) each;
        }
        return numbers;
    }
}
