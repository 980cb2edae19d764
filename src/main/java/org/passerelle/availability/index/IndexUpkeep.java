package org.passerelle.availability.index;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Lets the index move on with time. */
@Component
class IndexUpkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IndexUpkeep.class);
    private static final Duration MOVING_ON = Duration.ofHours(1);

    private final AvailabilityIndex index;
    private @Nullable ThreadPoolTaskScheduler scheduler;

    IndexUpkeep(AvailabilityIndex index) {
        this.index = index;
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            LOG.info("Free times are known: {}", index.size());
            var started = new ThreadPoolTaskScheduler();
            started.setThreadNamePrefix("availability-");
            started.setDaemon(true);
            started.initialize();
            started.scheduleWithFixedDelay(index::moveOn, MOVING_ON);
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
