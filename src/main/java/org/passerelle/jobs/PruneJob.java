package org.passerelle.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.passerelle.reception.GuestLists;
import org.passerelle.reception.call.HelpCalls;
import org.passerelle.webhook.Webhooks;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets every day what was sent to webhooks, who came as a guest and who called for help, once nobody asks for it any more. */
@Component
class PruneJob {

    private static final int MINUTES_IN_A_DAY = 24 * 60;

    /** Longer than anybody looks back. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final JobTriggers triggers;

    PruneJob(JobTriggers triggers) {
        this.triggers = triggers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
        triggers.every(MINUTES_IN_A_DAY, "prune", Run.class);
    }

    /** Once. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final Webhooks webhooks;
        private final GuestLists guests;
        private final HelpCalls calls;
        private final Clock clock;

        Run(Webhooks webhooks, GuestLists guests, HelpCalls calls, Clock clock) {
            this.webhooks = webhooks;
            this.guests = guests;
            this.calls = calls;
            this.clock = clock;
        }

        @Override
        public void execute(JobExecutionContext context) {
            Instant before = clock.instant().minus(KEPT);
            webhooks.forgetDeliveriesBefore(before);
            guests.forget();
            calls.forgetBefore(before);
        }
    }
}
