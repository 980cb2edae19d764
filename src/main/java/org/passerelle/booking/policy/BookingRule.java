package org.passerelle.booking.policy;

/** One rule of booking. */
interface BookingRule {

    /** Tells {@code objections} why {@code proposal} breaks this rule; nothing when it keeps it. */
    void judge(Proposal proposal, Objections objections);
}
