package org.passerelle.packaged;

import org.junit.jupiter.api.Assumptions;

/**
 * What is broken off when the packaged program is killed. Each starts the program three times, so one of them is drawn for a
 * build, by {@code kills.seed}, which is when it began unless it is given; all are tried with {@code kills.all}, as in {@code -Pnightly}.
 * Bookings are broken off in every build.
 */
public enum DrawnKill {
    WHAT_IS_DUE,
    WHAT_IS_WON_BACK,
    MAIL;

    private static final boolean ALL = Boolean.getBoolean("kills.all");
    private static final String SEED = System.getProperty("kills.seed", "");

    /** Skips a test that is not drawn, with the words that are shown at the end of the build. */
    public void assumeDrawn() {
        DrawnKill drawn = values()[Math.floorMod(SEED.hashCode(), values().length)];
        Assumptions.assumeTrue(
                ALL || SEED.isEmpty() || drawn == this,
                () -> "kills.seed=" + SEED + " draws " + drawn + ", not " + this);
    }
}
