package org.passerelle.platform.work;

import org.jspecify.annotations.Nullable;
import org.passerelle.platform.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Work that comes round again and again while the program runs, on a thread of its own. What is in hand at the end is finished. */
public abstract class RegularWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RegularWork.class);

    private static final int PATIENCE_SECONDS = 5;

    private final String name;
    private @Nullable ThreadPoolTaskScheduler scheduler;

    /** @param name of its thread */
    protected RegularWork(String name) {
        this.name = name;
    }

    /** Says what is to be done when; called at each start. */
    protected abstract void schedule(ThreadPoolTaskScheduler started);

    @Override
    public final synchronized void start() {
        if (scheduler == null) {
            var started = new ThreadPoolTaskScheduler();
            started.setThreadNamePrefix(name + "-");
            started.setDaemon(true);
            started.setWaitForTasksToCompleteOnShutdown(true); // a look at the database is not interrupted
            started.setAwaitTerminationSeconds(PATIENCE_SECONDS);
            started.setTaskDecorator(CorrelationId::asJob);
            started.setErrorHandler(e -> {
                WorkFailures.note(name);
                StoreFailure.log(LOG, "Regular work (" + name + ") failed and comes round again", e);
            });
            started.initialize();
            schedule(started);
            scheduler = started;
        }
    }

    @Override
    public final synchronized void stop() {
        if (scheduler != null) {
            scheduler.shutdown();
            scheduler = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return scheduler != null;
    }
}
