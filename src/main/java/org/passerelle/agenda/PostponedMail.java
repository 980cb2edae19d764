package org.passerelle.agenda;

import java.time.Clock;
import java.time.Duration;
import org.passerelle.invitation.MailPostponed;
import org.passerelle.invitation.Outbox;
import org.quartz.DateBuilder;
import org.quartz.DateBuilder.IntervalUnit;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sets an alarm for mail that no server took yet, one for each document of bookings. Nothing is lost with it: a start looks at all. */
@Component
class PostponedMail {

    private static final String GROUP = "mail";

    private final Scheduler scheduler;
    private final Clock clock;

    PostponedMail(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener
    void set(MailPostponed postponed) {
        JobDetail job = JobBuilder.newJob(Ring.class)
                .withIdentity(new JobKey(postponed.root(), GROUP))
                .build();
        int millis = (int)
                Math.max(0, Duration.between(clock.instant(), postponed.until()).toMillis());
        var trigger = TriggerBuilder.newTrigger()
                .withIdentity(postponed.root(), GROUP)
                .startAt(DateBuilder.futureDate(millis, IntervalUnit.MILLISECOND))
                .build();
        try {
            scheduler.deleteJob(job.getKey());
            scheduler.scheduleJob(job, trigger);
        } catch (SchedulerException e) {
            throw new AlarmNotSet("mail of " + postponed.root(), e);
        }
    }

    /** Tries again. */
    static class Ring implements Job {

        private final Outbox outbox;

        Ring(Outbox outbox) {
            this.outbox = outbox;
        }

        @Override
        public void execute(JobExecutionContext context) {
            outbox.lookAt(context.getJobDetail().getKey().getName());
        }
    }
}
