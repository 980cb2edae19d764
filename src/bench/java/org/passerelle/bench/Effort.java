package org.passerelle.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUp spent on each kind of work before anything counts
 * @param phase length of one measurement
 * @param rounds of two rates that are measured in turn
 * @param stored bookings in the store when reads and edits are measured
 * @param load how long the jar is under load before its memory is read for the last time
 * @param iterations of each measurement by JMH, of one second
 */
record Effort(Duration warmUp, Duration phase, int rounds, int stored, Duration load, int iterations) {

    /** Enough to see that everything works; the figures mean little. */
    static final Effort QUICK =
            new Effort(Duration.ofSeconds(2), Duration.ofSeconds(1), 2, 5_000, Duration.ofSeconds(15), 1);

    static final Effort FULL =
            new Effort(Duration.ofSeconds(90), Duration.ofSeconds(4), 7, 100_000, Duration.ofHours(1), 3);

    /** The same with a load of so many minutes; nothing leaves it as it is. */
    Effort withLoad(String minutes) {
        return minutes.isBlank()
                ? this
                : new Effort(warmUp, phase, rounds, stored, Duration.ofMinutes(Long.parseLong(minutes)), iterations);
    }

    boolean isQuick() {
        return stored == QUICK.stored;
    }
}
