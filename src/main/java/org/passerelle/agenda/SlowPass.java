package org.passerelle.agenda;

import org.passerelle.booking.regaining.Regaining;
import org.passerelle.invitation.Outbox;
import org.passerelle.waiting.Waitlist;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Rings now and then, so that what was missed is looked at after all: bookings that another node changed, quotas of a new
 * week, rules that time has made to allow what they did not.
 */
@Component
class SlowPass {

    private static final String NAME = "slow-pass";
    private static final int MINUTES = 10;

    private final Scheduler scheduler;

    SlowPass(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
        var job = JobBuilder.newJob(Round.class).withIdentity(NAME).build();
        var trigger = TriggerBuilder.newTrigger()
                .withIdentity(NAME)
                .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever(MINUTES))
                .build();
        try {
            scheduler.deleteJob(job.getKey());
            scheduler.scheduleJob(job, trigger);
        } catch (SchedulerException e) {
            throw new AlarmNotSet(NAME, e);
        }
    }

    /** One look at everything. */
    static class Round implements Job {

        private final Regaining regaining;
        private final Waitlist waitlist;
        private final Outbox outbox;

        Round(Regaining regaining, Waitlist waitlist, Outbox outbox) {
            this.regaining = regaining;
            this.waitlist = waitlist;
            this.outbox = outbox;
        }

        @Override
        public void execute(JobExecutionContext context) {
            regaining.lookAtAll();
            waitlist.lookAtAll();
            outbox.lookForMissed();
        }
    }
}
