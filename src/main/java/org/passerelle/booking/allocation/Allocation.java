package org.passerelle.booking.allocation;

import java.util.List;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;

/**
 * Dates with definite claims, and those for which something countable has run out.
 *
 * @param occurrences dates for which everything was found, as far as could be seen
 * @param shortages pools without a free unit
 * @param overQuota dates for which the organisation's allowance is used up
 */
record Allocation(List<Occurrence> occurrences, List<Conflict> shortages, List<Reason> overQuota) {

    boolean isComplete() {
        return shortages.isEmpty() && overQuota.isEmpty();
    }
}
