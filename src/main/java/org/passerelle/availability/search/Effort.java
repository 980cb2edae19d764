package org.passerelle.availability.search;

/** How much one search may still look up, so that no question can keep a processor for long. For one thread. */
final class Effort {

    private long left;

    /** @param most looks at one number on one date */
    Effort(long most) {
        this.left = most;
    }

    void spend(int looks) {
        left -= looks;
    }

    boolean isSpent() {
        return left < 0;
    }
}
