package org.passerelle.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.quartz.DateBuilder;
import org.quartz.DateBuilder.IntervalUnit;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.stereotype.Component;

/** Sets the triggers of Quartz. They live in memory; one that is set again takes the place of the one with its key. */
@Component
class JobTriggers {

    private final Scheduler scheduler;
    private final Clock clock;

    JobTriggers(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Runs at once and then every so many minutes, as long as the program runs. */
    void every(int minutes, String name, Class<? extends Job> job) {
        JobKey key = new JobKey(name);
        set(
                key,
                job,
                TriggerBuilder.newTrigger()
                        .withIdentity(name)
                        .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever(minutes))
                        .build());
    }

    /**
     * Runs once.
     *
     * @param at by our clock, which in the demo may be ahead of the one that Quartz looks at; at once when it is past, and
     *     within 24 days when it is further away: whoever is rung looks again
     */
    void once(JobKey key, Instant at, Class<? extends Job> job) {
        long millis = Duration.between(clock.instant(), at).toMillis();
        int wait = (int) Math.min(Integer.MAX_VALUE, Math.max(0, millis));
        set(
                key,
                job,
                TriggerBuilder.newTrigger()
                        .withIdentity(key.getName(), key.getGroup())
                        .startAt(DateBuilder.futureDate(wait, IntervalUnit.MILLISECOND))
                        .build());
    }

    /** One at a time: two who set the same at once would take each other's for their own. */
    private synchronized void set(JobKey key, Class<? extends Job> job, Trigger trigger) {
        try {
            scheduler.deleteJob(key);
            scheduler.scheduleJob(JobBuilder.newJob(job).withIdentity(key).build(), trigger);
        } catch (SchedulerException e) {
            throw new TriggerNotSet(key.getName(), e);
        }
    }
}
