package org.passerelle.time;

/** Expanding a rule would cost more than there is left of its {@link ExpansionBudget}; says which bound that is. */
public final class ExpansionTooDear extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExpansionTooDear(String bound) {
        super(bound);
    }
}
