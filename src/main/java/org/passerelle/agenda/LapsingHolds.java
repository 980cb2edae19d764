package org.passerelle.agenda;

import java.time.Instant;
import org.passerelle.booking.Booking;
import org.passerelle.booking.HoldingRooms;
import org.passerelle.booking.RoomsHeld;
import org.quartz.JobKey;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sets an alarm for each hold. Nothing depends on its ringing: whoever wants the rooms of a lapsed hold releases it on
 * the spot. The alarm only makes the calendar tell the truth when nobody asks.
 */
@Component
class LapsingHolds {

    private static final String GROUP = "holds";

    private final Alarms alarms;
    private final HoldingRooms holding;

    LapsingHolds(Alarms alarms, HoldingRooms holding) {
        this.alarms = alarms;
        this.holding = holding;
    }

    /** The alarms live in memory, so they are set anew from the bookings at each start. */
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
        alarms.once(new JobKey(booking, GROUP), until, LapsedHoldJob.class);
    }
}
