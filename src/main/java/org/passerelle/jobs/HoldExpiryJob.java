package org.passerelle.jobs;

import org.passerelle.booking.HoldingRooms;
import org.passerelle.booking.model.BookingId;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Runs when a hold expires; the key of its trigger is the id of the booking. */
class HoldExpiryJob implements Job {

    private final HoldingRooms holding;

    HoldExpiryJob(HoldingRooms holding) {
        this.holding = holding;
    }

    @Override
    public void execute(JobExecutionContext context) {
        holding.release(new BookingId(context.getJobDetail().getKey().getName()));
    }
}
