package org.passerelle.agenda;

import org.passerelle.calendar.imports.Imports;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks every minute which external calendars are due; how often each one is, it says itself. */
@Component
class ImportRounds {

    private static final String NAME = "imports";

    private final Scheduler scheduler;

    ImportRounds(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
        var job = JobBuilder.newJob(Round.class).withIdentity(NAME).build();
        var trigger = TriggerBuilder.newTrigger()
                .withIdentity(NAME)
                .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever())
                .build();
        try {
            scheduler.deleteJob(job.getKey());
            scheduler.scheduleJob(job, trigger);
        } catch (SchedulerException e) {
            throw new AlarmNotSet(NAME, e);
        }
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
