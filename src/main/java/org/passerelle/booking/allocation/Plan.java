package org.passerelle.booking.allocation;

import java.util.List;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Reason;

/** What a schedule comes to: its dates, or the reason why it cannot be booked at all. */
public sealed interface Plan {

    /**
     * The dates, in order of start.
     *
     * @param schedule the schedule, its start moved to the first date that its rule generates
     */
    record PlannedDates(Schedule schedule, List<Proposal.Date> dates) implements Plan {

        public PlannedDates {
            dates = List.copyOf(dates);
        }
    }

    record Impossible(Reason reason) implements Plan {}
}
