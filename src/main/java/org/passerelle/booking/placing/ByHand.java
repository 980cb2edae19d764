package org.passerelle.booking.placing;

/** What becomes of changes to single dates of a series when the series changes. */
public enum ByHand {
    /** As {@link HandChanges} tells: a date that was moved, given other rooms, called off or left out stays so. */
    KEPT,
    /** Every date ahead is as the order says, and one that was called off or left out is booked anew. */
    UNDONE
}
