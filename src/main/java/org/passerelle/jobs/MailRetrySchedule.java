package org.passerelle.jobs;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.invitation.MailPostponed;
import org.passerelle.invitation.Outbox;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sets a trigger for mail that no server took yet, one for each document of bookings. Nothing is lost with it: a start looks at all. */
@Component
class MailRetrySchedule {

    private static final String GROUP = "mail";

    /** While a server is away for days there may be any number of mails; what is more than these is looked for together. */
    static final int MOST = 20_000;

    private final JobTriggers triggers;
    private final Outbox outbox;
    private final Set<String> set = ConcurrentHashMap.newKeySet();

    MailRetrySchedule(JobTriggers triggers, Outbox outbox) {
        this.triggers = triggers;
        this.outbox = outbox;
    }

    @EventListener
    void set(MailPostponed postponed) {
        if (set.size() < MOST) {
            set.add(postponed.root());
        }
        if (set.contains(postponed.root())) {
            triggers.once(new JobKey(postponed.root(), GROUP), postponed.until(), Due.class);
        } else {
            outbox.noteMissed();
        }
    }

    private void due(String root) {
        set.remove(root);
        outbox.lookAt(root);
    }

    /** Tries again. */
    static class Due implements Job {

        private final MailRetrySchedule mail;

        Due(MailRetrySchedule mail) {
            this.mail = mail;
        }

        @Override
        public void execute(JobExecutionContext context) {
            mail.due(context.getJobDetail().getKey().getName());
        }
    }
}
