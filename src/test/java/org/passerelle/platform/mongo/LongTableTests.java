package org.passerelle.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTableTests {

    private static final int STEPS = 100_000;

    /** Few numbers meet each other often, neighbours are what claims are, and the rest is anything. */
    @ParameterizedTest
    @ValueSource(longs = {50, 5_000, Long.MAX_VALUE})
    void holdsWhatAMapOfObjectsHolds(long below) {
        Random random = new Random(below);
        LongSupplier keys = () -> random.nextLong(below) - below / 2;
        LongTable<String> table = new LongTable<>();
        Map<Long, String> twin = new HashMap<>();

        for (int step = 0; step < STEPS; step++) {
            long key = keys.getAsLong();
            if (random.nextInt(3) > 0) {
                String value = "at " + step;
                table.put(key, value);
                twin.put(key, value);
            } else {
                assertThat(table.remove(key)).isEqualTo(twin.remove(key));
            }
        }

        assertThat(table.size()).isEqualTo(twin.size());
        twin.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
        for (int i = 0; i < 1_000; i++) {
            long key = keys.getAsLong();
            assertThat(table.get(key)).isEqualTo(twin.get(key));
        }
    }
}
