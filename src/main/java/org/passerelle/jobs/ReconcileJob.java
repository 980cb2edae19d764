package org.passerelle.jobs;

import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.reacquire.ReacquireWatch;
import org.passerelle.invitation.Outbox;
import org.passerelle.waitlist.Waitlist;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs at intervals, so that what was missed is looked at after all: bookings that another node changed, quotas of a new
 * week, rules that time has made to allow what they did not.
 */
@Component
class ReconcileJob {

    private final JobTriggers triggers;

    ReconcileJob(JobTriggers triggers) {
        this.triggers = triggers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
        triggers.every(10, "slow-pass", Run.class);
    }

    /** One look at everything. */
    static class Run implements Job {

        private final ReacquireWatch regaining;
        private final Waitlist waitlist;
        private final Outbox outbox;
        private final ChangeLog changeLog;

        Run(ReacquireWatch regaining, Waitlist waitlist, Outbox outbox, ChangeLog changeLog) {
            this.regaining = regaining;
            this.waitlist = waitlist;
            this.outbox = outbox;
            this.changeLog = changeLog;
        }

        @Override
        public void execute(JobExecutionContext context) {
            regaining.lookAtAll();
            waitlist.lookAtAll();
            outbox.lookForMissed();
            changeLog.appendMissed();
        }
    }
}
