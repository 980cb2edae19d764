package org.passerelle.agenda;

import org.passerelle.invitation.MailPostponed;
import org.passerelle.invitation.Outbox;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sets an alarm for mail that no server took yet, one for each document of bookings. Nothing is lost with it: a start looks at all. */
@Component
class PostponedMail {

    private static final String GROUP = "mail";

    private final Alarms alarms;

    PostponedMail(Alarms alarms) {
        this.alarms = alarms;
    }

    @EventListener
    void set(MailPostponed postponed) {
        alarms.once(new JobKey(postponed.root(), GROUP), postponed.until(), Ring.class);
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
