package org.passerelle.platform.mongo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Gives back the room of overwritten pages while the store is in use. Each round rewrites a bounded amount, so that
 * writers wait for it no longer than for a large write; when they rest it goes on until little is left to gain.
 *
 * <p>It only ever rewrites pages and commits, as a write does. {@link MVStore#compactFile}, which moves what is on the
 * disk, fails on its own bookkeeping now and then when called on a store in use (H2 2.4.240), and then closes the store.
 */
final class Housekeeping implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** Of the pages on the disk, so much should be live. Each percent more costs writers far more than the one before. */
    private static final int LIVE_PERCENT = 35;

    private static final int LIVE_PERCENT_AT_REST = 90;

    /** When fewer are live, writers have to wait for larger rounds. */
    private static final int LIVE_PERCENT_AT_LEAST = 25;

    private static final int BYTES_PER_ROUND = 256 << 10;
    private static final int BYTES_PER_LARGE_ROUND = 2 << 20;

    /** Pages that were given up become free a few commits later, so it takes some to see that nothing is left. */
    private static final int ROUNDS_WITHOUT_GAIN = 10;

    private final MVStore store;
    private final GroupCommit commits;
    private final ScheduledExecutorService clock;

    private final MVMap<String, Long> rounds;

    /** Confined to the thread that tidies. */
    private int roundsWithoutGain;

    private long seen;

    private Housekeeping(MVStore store, GroupCommit commits) {
        this.store = store;
        this.commits = commits;
        this.rounds = store.openMap("housekeeping");
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "store-housekeeping");
            thread.setDaemon(true);
            return thread;
        });
    }

    static Housekeeping start(MVStore store, GroupCommit commits) {
        Housekeeping housekeeping = new Housekeeping(store, commits);
        housekeeping.clock.scheduleWithFixedDelay(
                housekeeping::round, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return housekeeping;
    }

    private void round() {
        boolean atRest = commits.writes() == seen;
        if (atRest && roundsWithoutGain >= ROUNDS_WITHOUT_GAIN) {
            return;
        }
        seen = commits.writes();
        commits.alone(() -> tidy(atRest));
    }

    private void tidy(boolean atRest) {
        boolean large = atRest || store.getFileStore().getChunksFillRate() < LIVE_PERCENT_AT_LEAST;
        boolean rewritten = store.compact(
                atRest ? LIVE_PERCENT_AT_REST : LIVE_PERCENT, large ? BYTES_PER_LARGE_ROUND : BYTES_PER_ROUND);
        roundsWithoutGain = rewritten || !atRest ? 0 : roundsWithoutGain + 1;
        if (atRest) {
            // Without a change there is no commit.
            rounds.merge("at rest", 1L, Long::sum);
        }
        store.commit();
        store.sync();
    }

    @Override
    public void close() {
        clock.shutdown();
        try {
            clock.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
