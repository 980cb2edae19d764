package org.passerelle.directory.store;

import java.time.Duration;
import org.passerelle.platform.work.RegularWork;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Looks every few seconds whether another node has replaced the directory. */
class DirectoryPoll extends RegularWork {

    private final StoredDirectory directory;
    private final Duration period;

    DirectoryPoll(StoredDirectory directory, Duration period) {
        super("directory-poll");
        this.directory = directory;
        this.period = period;
    }

    @Override
    protected void schedule(ThreadPoolTaskScheduler started) {
        started.scheduleWithFixedDelay(directory::refresh, period);
    }
}
