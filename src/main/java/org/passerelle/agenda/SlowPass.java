package org.passerelle.agenda;

import org.passerelle.booking.regaining.Regaining;
import org.passerelle.invitation.Outbox;
import org.passerelle.waiting.Waitlist;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Rings now and then, so that what was missed is looked at after all: bookings that another node changed, quotas of a new
 * week, rules that time has made to allow what they did not.
 */
@Component
class SlowPass {

    private final Alarms alarms;

    SlowPass(Alarms alarms) {
        this.alarms = alarms;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
        alarms.every(10, "slow-pass", Round.class);
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
