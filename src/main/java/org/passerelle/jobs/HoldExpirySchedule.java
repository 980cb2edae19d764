package org.passerelle.jobs;

import java.time.Instant;
import org.passerelle.booking.HoldingRooms;
import org.passerelle.booking.event.RoomsHeld;
import org.passerelle.booking.model.Booking;
import org.quartz.JobKey;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sets a trigger for each hold. Nothing depends on its running: whoever wants the rooms of a lapsed hold releases it on
 * the spot. The job only makes the calendar tell the truth when nobody asks.
 */
@Component
class HoldExpirySchedule {

    private static final String GROUP = "holds";

    private final JobTriggers triggers;
    private final HoldingRooms holding;

    HoldExpirySchedule(JobTriggers triggers, HoldingRooms holding) {
        this.triggers = triggers;
        this.holding = holding;
    }

    /** The triggers live in memory, so they are set anew from the bookings at each start. */
    @EventListener(ApplicationReadyEvent.class)
    void setAll() {
        holding.open().forEach(this::set);
    }

    @EventListener
    void onHold(RoomsHeld held) {
        schedule(held.id().value(), held.until());
    }

    private void set(Booking held) {
        held.status().heldUntil().ifPresent(until -> schedule(held.id().value(), until));
    }

    private void schedule(String booking, Instant until) {
        triggers.once(new JobKey(booking, GROUP), until, HoldExpiryJob.class);
    }
}
