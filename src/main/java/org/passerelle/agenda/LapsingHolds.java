package org.passerelle.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.passerelle.booking.Booking;
import org.passerelle.booking.HoldingRooms;
import org.passerelle.booking.RoomsHeld;
import org.quartz.DateBuilder;
import org.quartz.DateBuilder.IntervalUnit;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sets an alarm for each hold. Nothing depends on its ringing: whoever wants the rooms of a lapsed hold releases it on
 * the spot. The alarm only makes the calendar tell the truth when nobody asks.
 */
@Component
class LapsingHolds {

    static final String GROUP = "holds";

    private final Scheduler scheduler;
    private final HoldingRooms holding;
    private final Clock clock;

    LapsingHolds(Scheduler scheduler, HoldingRooms holding, Clock clock) {
        this.scheduler = scheduler;
        this.holding = holding;
        this.clock = clock;
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
        JobDetail job = JobBuilder.newJob(LapsedHoldJob.class)
                .withIdentity(new JobKey(booking, GROUP))
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(booking, GROUP)
                .startAt(DateBuilder.futureDate(millisLeft(until), IntervalUnit.MILLISECOND))
                .build();
        try {
            scheduler.deleteJob(job.getKey());
            scheduler.scheduleJob(job, trigger);
        } catch (SchedulerException e) {
            throw new AlarmNotSet(booking, e);
        }
    }

    /** Counted on our clock, which in the demo may be ahead of the one that Quartz looks at; a hold lasts a day at most. */
    private int millisLeft(Instant until) {
        return (int) Math.max(0, Duration.between(clock.instant(), until).toMillis());
    }
}
