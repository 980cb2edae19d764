package org.passerelle.platform.mongo.log;

import java.time.Clock;
import java.time.Duration;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a log needs beside its writers: marks, old segments that go, an eye on the disk. On a thread of its own. */
public final class LogUpkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogUpkeep.class);

    /** A mark is at most a second old. */
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final DocumentLog log;
    private final LogCleaner cleaner;
    private final WorkTimer thread = new WorkTimer("store-upkeep");

    /** Confined to the thread. */
    private LogState seen = new LogState.Working();

    private LogUpkeep(DocumentLog log, LogCleaner cleaner) {
        this.log = log;
        this.cleaner = cleaner;
    }

    public static LogUpkeep start(DocumentLog log, DocumentTable table, LogSettings settings, Clock clock) {
        LogUpkeep upkeep = new LogUpkeep(log, new LogCleaner(log, table, settings, clock));
        upkeep.thread.every(INTERVAL, upkeep::round);
        return upkeep;
    }

    /** As {@link LogCleaner#cleanAll}; that it is done is told by {@link #isClean}. */
    public void cleanAll() {
        cleaner.cleanAll();
    }

    public boolean isClean() {
        return cleaner.isClean();
    }

    private void round() {
        try {
            log.tryAgain();
            log.mark();
            log.lookAtSpace();
            clean();
        } catch (LogUnavailable e) {
            // The state tells it.
        } finally {
            tellWhatChanged();
        }
    }

    /** Rounds follow each other until a mark is due again. */
    private void clean() {
        long due = System.nanoTime() + INTERVAL.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < due) {
            more = cleaner.round();
        }
    }

    private void tellWhatChanged() {
        LogState now = log.state();
        if (now.getClass() == seen.getClass()) {
            return;
        }
        if (now instanceof LogState.SpaceWarning little) {
            LOG.error(
                    "The disk of the store is nearly full ({} MB left): nothing new is booked",
                    little.usableBytes() >> 20);
        } else if (now instanceof LogState.Damaged damaged) {
            LOG.error("The store is damaged, and cannot give all it holds: {}", damaged.where());
        } else if (now instanceof LogState.Failing failing) {
            LOG.error("The store's disk fails: {}", failing.reason());
        } else {
            LOG.info("The store takes everything again");
        }
        seen = now;
    }

    @Override
    public void close() {
        thread.stop(LONGEST_END);
        cleaner.close();
    }
}
