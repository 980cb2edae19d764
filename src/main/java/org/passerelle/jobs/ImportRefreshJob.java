package org.passerelle.jobs;

import org.passerelle.calendar.imports.Imports;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks every minute which external calendars are due; how often each one is, it says itself. */
@Component
class ImportRefreshJob {

    private final JobTriggers triggers;

    ImportRefreshJob(JobTriggers triggers) {
        this.triggers = triggers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
        triggers.every(1, "imports", Run.class);
    }

    /** One look at those that are due. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final Imports imports;

        Run(Imports imports) {
            this.imports = imports;
        }

        @Override
        public void execute(JobExecutionContext context) {
            imports.lookAtDue();
        }
    }
}
