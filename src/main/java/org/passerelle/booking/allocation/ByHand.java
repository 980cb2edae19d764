package org.passerelle.booking.allocation;

import java.time.Instant;
import java.util.Set;

/**
 * What becomes of changes to single dates of a series when the series changes.
 *
 * @param kept as {@link HandChanges} tells: a date that was moved, given other rooms, called off or left out stays so; else
 *     every date ahead is as the order says, and one that was called off or left out is booked anew
 * @param retried whether dates that were left out, because they could not be had, are tried at their new time
 * @param staying dates by their recurrence ids that stay as they are all the same, and are none of the order's
 */
public record ByHand(boolean kept, boolean retried, Set<Instant> staying) {

    public static final ByHand KEPT = new ByHand(true, false, Set.of());

    /** What was moved or called off stays so; what could not be had is tried anew. */
    public static final ByHand KEPT_AND_RETRIED = new ByHand(true, true, Set.of());

    public ByHand {
        staying = Set.copyOf(staying);
    }

    /** Nothing is kept but the dates {@code staying}. */
    public static ByHand undoneBut(Set<Instant> staying) {
        return new ByHand(false, true, staying);
    }
}
