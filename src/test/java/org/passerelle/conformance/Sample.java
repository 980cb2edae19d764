package org.passerelle.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** So many cases, drawn by their numbers from {@code seed} on. */
public record Sample(String kind, long seed, int size) {

    private static final Logger LOG = LoggerFactory.getLogger(Sample.class);
    private static final long SEED = 20_261_130;
    private static final int MOST_TOLD = 6;

    /** Compares the case of a number. */
    public interface Comparison {
        void compare(long number, Tally tally);
    }

    /** As many as the property {@code conformance.<kind>} says, from that of {@code conformance.seed} on. */
    public static Sample of(String kind, int usually) {
        return new Sample(
                kind, Long.getLong("conformance.seed", SEED), Integer.getInteger("conformance." + kind, usually));
    }

    /** Says the seed, and of differences how many there are of each kind, with the first ones as they are. */
    public void check(Comparison comparison) {
        LOG.info("Compares {} {} from seed {}", size, kind, seed);
        Tally tally = new Tally();
        for (long number = seed; number < seed + size; number++) {
            comparison.compare(number, tally);
        }
        LOG.info("{} {} from seed {}: {} compared, {} differ", size, kind, seed, tally.cases(), tally.differences());
        assertThat(tally.differences())
                .as("%d %s from seed %d: %s", size, kind, seed, tally.told(MOST_TOLD))
                .isZero();
    }
}
