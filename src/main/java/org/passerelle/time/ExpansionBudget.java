package org.passerelle.time;

/**
 * How much expanding rules may still cost, counted in steps and never by the clock, so that the same calendar is always read
 * alike: one for each period that is looked at, and one for each date that is found. For one thread.
 */
public final class ExpansionBudget {

    private final long mostOfOne;
    private long left;
    private long leftOfOne;

    /**
     * @param mostOfOne steps of one rule
     * @param most steps of all of them
     */
    public ExpansionBudget(long mostOfOne, long most) {
        this.mostOfOne = mostOfOne;
        this.left = most;
    }

    /** One that is never spent, for a single rule: it ends by itself after some ten thousand periods without a date. */
    static ExpansionBudget unlimited() {
        return new ExpansionBudget(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    void beginRule() {
        leftOfOne = mostOfOne;
        spend(1);
    }

    void spend(int steps) {
        leftOfOne -= steps;
        left -= steps;
        if (left < 0) {
            throw new ExpansionTooDear("all rules together take more steps than are taken", true);
        }
        if (leftOfOne < 0) {
            throw new ExpansionTooDear("its rule takes more than " + mostOfOne + " steps", false);
        }
    }
}
