package org.passerelle.availability.planner;

/**
 * How much one question may cost, counted in words of bitmaps that are worked on and never by the clock, so that the same
 * question always gets the same answer. For one thread.
 */
final class Budget {

    /** What is kept back of the whole, to look closely at what a search has found. */
    private static final int RESERVED_PART = 10;

    private final long reserve;
    private long left;

    Budget(long words) {
        this.reserve = words / RESERVED_PART;
        this.left = words - reserve;
    }

    void spend(long words) {
        left -= words;
    }

    /** Spends all that is left, the reserve included. */
    void exhaust() {
        left = Math.min(left, -reserve);
    }

    /** Whether it is time to stop searching. */
    boolean isSpent() {
        return left <= 0;
    }

    /** Whether it is time to be content with what has been looked at closely. */
    boolean isExhausted() {
        return left <= -reserve;
    }
}
