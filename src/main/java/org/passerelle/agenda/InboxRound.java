package org.passerelle.agenda;

import org.passerelle.invitation.inbox.Inbox;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Rings now and then, so that mail whose answer could not be handed over is looked at again. */
@Component
class InboxRound {

    private final Alarms alarms;

    InboxRound(Alarms alarms) {
        this.alarms = alarms;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
        alarms.every(2, "inbox", Round.class);
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
