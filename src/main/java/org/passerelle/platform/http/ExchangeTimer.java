package org.passerelle.platform.http;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends exchanges that take too long; one thread for all of them, since ending one is quickly done. */
final class ExchangeTimer {

    private static final ScheduledThreadPoolExecutor THREAD = new ScheduledThreadPoolExecutor(1, task -> {
        Thread made = new Thread(task, "exchange-timer");
        made.setDaemon(true);
        return made;
    });

    static {
        THREAD.setRemoveOnCancelPolicy(true);
    }

    private ExchangeTimer() {}

    static Future<?> at(Deadline deadline, Runnable end) {
        return THREAD.schedule(end, Math.max(0, deadline.nanosLeft()), TimeUnit.NANOSECONDS);
    }
}
