package org.passerelle.directory.store;

import java.time.Duration;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkTimer;

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
    protected void schedule(WorkTimer started) {
        started.every(Duration.ZERO, period, directory::refresh);
    }
}
