package org.passerelle.agenda;

import org.passerelle.booking.BookingId;
import org.passerelle.booking.HoldingRooms;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Rings when a hold lapses; its key is the id of the booking. */
class LapsedHoldJob implements Job {

    private final HoldingRooms holding;

    LapsedHoldJob(HoldingRooms holding) {
        this.holding = holding;
    }

    @Override
    public void execute(JobExecutionContext context) {
        holding.release(new BookingId(context.getJobDetail().getKey().getName()));
    }
}
