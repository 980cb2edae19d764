package org.passerelle.invitation.inbox;

import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Rings now and then, so that mail whose answer could not be handed over is looked at again. */
@Component
class InboxRound {

    private static final Logger LOG = LoggerFactory.getLogger(InboxRound.class);
    private static final String NAME = "inbox-round";
    private static final int MINUTES = 2;

    private final Scheduler scheduler;

    InboxRound(Scheduler scheduler) {
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
            LOG.warn("Mail whose answer cannot be handed over is looked at again only after a restart", e);
        }
    }

    /** One look at everything that waits. */
    static class Round implements Job {

        private final Inbox inbox;

        Round(Inbox inbox) {
            this.inbox = inbox;
        }

        @Override
        public void execute(JobExecutionContext context) {
            inbox.lookAtAll();
        }
    }
}
