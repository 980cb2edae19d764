package org.passerelle.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chances of one case; the same number draws the same case again. */
public final class Draws {

    private final Random random;

    /** @param number of the case; neighbours are nothing alike */
    public Draws(long number) {
        random = new Random(number * 0x9E3779B97F4A7C15L);
    }

    /** True so many times in a hundred. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both bounds included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    public final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** At most so many of them, each once. */
    public <T> List<T> someOf(List<T> values, int most) {
        List<T> mixed = mixed(values);
        return mixed.subList(0, Math.min(most, mixed.size()));
    }

    public <T> List<T> mixed(List<T> values) {
        List<T> mixed = new ArrayList<>(values);
        Collections.shuffle(mixed, random);
        return mixed;
    }
}
