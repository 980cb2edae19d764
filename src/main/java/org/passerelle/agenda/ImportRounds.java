package org.passerelle.agenda;

import org.passerelle.calendar.imports.Imports;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks every minute which external calendars are due; how often each one is, it says itself. */
@Component
class ImportRounds {

    private final Alarms alarms;

    ImportRounds(Alarms alarms) {
        this.alarms = alarms;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
        alarms.every(1, "imports", Round.class);
    }

    /** One look at those that are due. */
    @DisallowConcurrentExecution
    static class Round implements Job {

        private final Imports imports;

        Round(Imports imports) {
            this.imports = imports;
        }

        @Override
        public void execute(JobExecutionContext context) {
            imports.lookAtDue();
        }
    }
}
