package org.passerelle.directory.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Looks every few seconds whether another node has replaced the directory. */
class DirectoryPoll implements SmartLifecycle {

    private final StoredDirectory directory;
    private final Duration period;
    private @Nullable ThreadPoolTaskScheduler scheduler;

    DirectoryPoll(StoredDirectory directory, Duration period) {
        this.directory = directory;
        this.period = period;
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            var started = new ThreadPoolTaskScheduler();
            started.setThreadNamePrefix("directory-poll-");
            started.setDaemon(true);
            started.setWaitForTasksToCompleteOnShutdown(true); // a look at the database is not interrupted
            started.setAwaitTerminationSeconds(5);
            started.initialize();
            started.scheduleWithFixedDelay(directory::refresh, period);
            scheduler = started;
        }
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.shutdown();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
