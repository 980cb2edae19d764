package org.passerelle.availability.planner;

/**
 * How much one question may cost, counted in words of bitmaps that are worked on and never by the clock, so that the same
 * question always gets the same answer. For one thread.
 */
final class Budget {

    private long left;

    Budget(long words) {
        this.left = words;
    }

    void spend(long words) {
        left -= words;
    }

    /** Whether it is time to be content with what has been found. */
    boolean isSpent() {
        return left <= 0;
    }
}
