package org.passerelle.time;

/** Expanding a rule would cost more than there is left of its {@link ExpansionBudget}; says which bound that is. */
public final class ExpansionTooDear extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean ofAll;

    ExpansionTooDear(String bound, boolean ofAll) {
        super(bound);
        this.ofAll = ofAll;
    }

    /** Whether it is the bound of all rules together that is met, and not that of one of them. */
    public boolean ofAll() {
        return ofAll;
    }
}
