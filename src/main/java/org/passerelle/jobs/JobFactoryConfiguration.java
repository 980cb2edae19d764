package org.passerelle.jobs;

import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.CorrelationId;
import org.passerelle.platform.work.WorkFailures;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.SpringBeanJobFactory;

/** Lets a job that the store fails end in a line of the log; whoever set it looks again, as after anything that was missed. */
@Configuration(proxyBeanMethods = false)
class JobFactoryConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(JobFactoryConfiguration.class);

    @Bean
    SchedulerFactoryBeanCustomizer fencedJobs(ApplicationContext context) {
        SpringBeanJobFactory beans = new SpringBeanJobFactory();
        beans.setApplicationContext(context);
        return scheduler -> scheduler.setJobFactory((bundle, quartz) -> {
            Job job = beans.newJob(bundle, quartz);
            return running -> run(job, running);
        });
    }

    static void run(Job job, JobExecutionContext running) throws JobExecutionException {
        try (CorrelationId.Scope ignored =
                CorrelationId.fresh(CorrelationId.Door.JOB).open()) {
            runWithin(job, running);
        }
    }

    private static void runWithin(Job job, JobExecutionContext running) throws JobExecutionException {
        try {
            job.execute(running);
        } catch (RuntimeException e) {
            WorkFailures.note("jobs");
            if (!StoreFailure.isIn(e)) {
                throw e;
            }
            StoreFailure.log(LOG, "Work of the hour (" + running.getJobDetail().getKey() + ") is done later", e);
        }
    }
}
