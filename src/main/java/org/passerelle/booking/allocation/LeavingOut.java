package org.passerelle.booking.allocation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;

/** Which dates of a series to leave out so that the others may be booked, and why each. */
final class LeavingOut {

    /** Reasons that lie in a date; the others lie in the series, and no date of it would fare better. */
    private static final Set<ReasonCode> IN_THE_DATE =
            Set.of(ReasonCode.ROOM_OCCUPIED, ReasonCode.SITE_CLOSED, ReasonCode.OUTSIDE_OPENING_HOURS);

    private final Map<Instant, ReasonCode> dates = new LinkedHashMap<>();

    private LeavingOut() {}

    /** The dates that {@code failure} is about; none when leaving dates out does not help. */
    static LeavingOut because(Placement failure) {
        LeavingOut leavingOut = new LeavingOut();
        if (failure instanceof Placement.Blocked blocked) {
            for (Conflict conflict : blocked.conflicts()) {
                leavingOut.dates.putIfAbsent(conflict.recurrenceId(), ReasonCode.ROOM_OCCUPIED);
            }
        } else if (failure instanceof Placement.Refused refused
                && refused.reasons().stream().allMatch(LeavingOut::helps)) {
            for (Reason reason : refused.reasons()) {
                reason.recurrenceId().ifPresent(date -> leavingOut.dates.putIfAbsent(date, reason.code()));
            }
        }
        return leavingOut;
    }

    private static boolean helps(Reason reason) {
        return reason.recurrenceId().isPresent() && IN_THE_DATE.contains(reason.code());
    }

    /** Does not leave out {@code spared} after all. */
    void spare(Set<Instant> spared) {
        dates.keySet().removeAll(spared);
    }

    boolean isNothing() {
        return dates.isEmpty();
    }

    /** Whether leaving these dates out of {@code proposal} leaves some and not all. */
    boolean helps(Proposal proposal) {
        return !dates.isEmpty() && proposal.dates().stream().anyMatch(date -> !dates.containsKey(date.recurrenceId()));
    }

    Proposal from(Proposal proposal) {
        return proposal.without(dates.keySet());
    }

    List<Skipped> skipped(Proposal proposal) {
        return proposal.dates().stream()
                .filter(date -> dates.containsKey(date.recurrenceId()))
                .map(date ->
                        new Skipped(date.time(), dates.getOrDefault(date.recurrenceId(), ReasonCode.ROOM_OCCUPIED)))
                .toList();
    }
}
