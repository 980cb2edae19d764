package org.passerelle.jobs;

import org.passerelle.mail.inbox.Inbox;
import org.passerelle.roomagent.BookingFollower;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs at intervals, so that mail whose answer could not be handed over is looked at again, and news for organisers as well. */
@Component
class InboxJob {

    private final JobTriggers triggers;

    InboxJob(JobTriggers triggers) {
        this.triggers = triggers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
        triggers.every(2, "inbox", Run.class);
    }

    /** One look at everything that waits. */
    static class Run implements Job {

        private final BookingFollower following;
        private final Inbox inbox;

        Run(BookingFollower following, Inbox inbox) {
            this.following = following;
            this.inbox = inbox;
        }

        @Override
        public void execute(JobExecutionContext context) {
            following.lookForMissed();
            inbox.lookAtAll();
        }
    }
}
