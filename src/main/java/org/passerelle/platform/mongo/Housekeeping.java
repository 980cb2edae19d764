package org.passerelle.platform.mongo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;

/**
 * Gives back the room of overwritten pages while the store is in use. Each round rewrites a bounded amount, so that
 * writers wait for it no longer than for a large write.
 */
final class Housekeeping implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** Of the pages in use, so much should be live; and of the file, so much should be pages in use. */
    private static final int LIVE_PERCENT = 70;

    private static final int USED_PERCENT = 50;

    /** The same when nobody writes, so that there is time. */
    private static final int LIVE_PERCENT_AT_REST = 90;

    private static final int USED_PERCENT_AT_REST = 80;
    private static final int BYTES_PER_ROUND = 2 << 20;
    private static final long SMALL_FILE = 1L << 20;
    private static final int MILLIS_TO_SHRINK = 20;

    private final MVStore store;
    private final GroupCommit commits;
    private final ScheduledExecutorService rounds;

    /** Confined to the thread of the rounds. */
    private boolean settled;

    private long seen;

    private Housekeeping(MVStore store, GroupCommit commits) {
        this.store = store;
        this.commits = commits;
        this.rounds = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "store-housekeeping");
            thread.setDaemon(true);
            return thread;
        });
    }

    static Housekeeping start(MVStore store, GroupCommit commits) {
        Housekeeping housekeeping = new Housekeeping(store, commits);
        housekeeping.rounds.scheduleWithFixedDelay(
                housekeeping::round, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return housekeeping;
    }

    private void round() {
        boolean atRest = commits.writes() == seen;
        if (atRest && settled) {
            return;
        }
        seen = commits.writes();
        commits.alone(() -> settled =
                !tidy(atRest ? LIVE_PERCENT_AT_REST : LIVE_PERCENT, atRest ? USED_PERCENT_AT_REST : USED_PERCENT)
                        && atRest);
    }

    /** Returns whether there was anything to do. */
    private boolean tidy(int livePercent, int usedPercent) {
        FileStore<?> file = store.getFileStore();
        boolean rewritten = store.compact(livePercent, BYTES_PER_ROUND);
        file.dropUnusedChunks();
        long size = file.size();
        if (size > SMALL_FILE && file.getFillRate() < usedPercent) {
            store.compactFile(MILLIS_TO_SHRINK);
        }
        store.sync();
        return rewritten || file.size() != size;
    }

    @Override
    public void close() {
        rounds.shutdown();
        try {
            rounds.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
