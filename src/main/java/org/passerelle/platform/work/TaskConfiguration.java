package org.passerelle.platform.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

/** Lets what is done in the background, such as noting that somebody was there, end in a line of the log if the store fails. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(TaskConfiguration.class);

    @Bean
    TaskDecorator storeFailuresInALine() {
        return task -> CorrelationId.carried(() -> run(task));
    }

    static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            WorkFailures.report(LOG, "background", "Something was not done in the background", e);
        }
    }
}
