package org.passerelle.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.conference.Closing;
import org.passerelle.conference.closing.ConferenceCutOff;
import org.passerelle.conference.closing.EndCutOffConferences;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sets a trigger for each conference that takes place, found anew every five minutes from the bookings, and so after each
 * start. When the booking of one of them changes, it is looked at right away; what a change cuts off is ended.
 */
@Component
class ConferenceClosingJobs {

    private static final String GROUP = "conferences";
    private static final int MINUTES = 5;

    private final JobTriggers triggers;
    private final Closing closing;
    private final EndCutOffConferences cutOff;
    private final Clock clock;

    /** Names of conferences that have a trigger, with the document of their booking. */
    private final Map<String, String> watched = new ConcurrentHashMap<>();

    /** The same the other way round, for every booking that changes asks. */
    private final Map<String, Set<String>> byRoot = new ConcurrentHashMap<>();

    ConferenceClosingJobs(JobTriggers triggers, Closing closing, EndCutOffConferences cutOff, Clock clock) {
        this.triggers = triggers;
        this.closing = closing;
        this.cutOff = cutOff;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        triggers.every(MINUTES, GROUP, Run.class);
    }

    @EventListener
    void on(BookingChanged changed) {
        byRoot.getOrDefault(changed.id().root(), Set.of()).forEach(conference -> set(conference, clock.instant()));
    }

    /** Whether it was watched or not: it may have been booked a moment ago. */
    @EventListener
    void on(ConferenceCutOff event) {
        set(event.conference(), clock.instant());
    }

    private void look() {
        cutOff.due().forEach(conference -> set(conference, clock.instant()));
        for (Closing.Due due : closing.due()) {
            if (watched.putIfAbsent(due.conference(), due.root()) == null) {
                byRoot.compute(due.root(), (root, present) -> {
                    Set<String> all = present == null ? ConcurrentHashMap.newKeySet() : present;
                    all.add(due.conference());
                    return all;
                });
                set(due.conference(), due.at());
            }
        }
    }

    /** What is cut off is ended, and found by the next round if it goes on elsewhere. */
    private void due(String conference) {
        if (cutOff.isDue(conference)) {
            forget(conference);
            cutOff.end(conference).ifPresent(next -> set(conference, next));
        } else if (watched.containsKey(conference)) {
            closing.due(conference).ifPresentOrElse(next -> set(conference, next), () -> forget(conference));
        }
    }

    private void forget(String conference) {
        String root = watched.remove(conference);
        if (root != null) {
            byRoot.computeIfPresent(root, (same, others) -> {
                others.remove(conference);
                return others.isEmpty() ? null : others;
            });
        }
    }

    private void set(String conference, Instant at) {
        triggers.once(new JobKey(conference, GROUP), at, Due.class);
    }

    /** Looks which conferences take place. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final ConferenceClosingJobs conferences;

        Run(ConferenceClosingJobs conferences) {
            this.conferences = conferences;
        }

        @Override
        public void execute(JobExecutionContext context) {
            conferences.look();
        }
    }

    /** Looks at the conference that its key names, once at a time. */
    @DisallowConcurrentExecution
    static class Due implements Job {

        private final ConferenceClosingJobs conferences;

        Due(ConferenceClosingJobs conferences) {
            this.conferences = conferences;
        }

        @Override
        public void execute(JobExecutionContext context) {
            conferences.due(context.getJobDetail().getKey().getName());
        }
    }
}
