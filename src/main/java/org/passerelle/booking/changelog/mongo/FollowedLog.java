package org.passerelle.booking.changelog.mongo;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks in the change log, twice a second, for what other nodes wrote: on every server, and also while a stream of changes is
 * silent because the connection is.
 */
public final class FollowedLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedLog.class);

    public static final Duration USUAL = Duration.ofMillis(500);

    private final LoggedVersions log;
    private final Consumer<Map<String, Long>> heard;
    private final Duration pause;
    private @Nullable WorkTimer thread;

    /** What was read and could not be told, as when the database went away between the two. */
    private Map<String, Long> untold = Map.of();

    private boolean isBroken;

    /** By the machine's stopwatch, in nanoseconds. */
    private volatile long heardAll = System.nanoTime();

    public FollowedLog(LoggedVersions log, Consumer<Map<String, Long>> heard, Duration pause) {
        this.log = log;
        this.heard = heard;
        this.pause = pause;
    }

    /** What is written after this returns is heard. */
    public synchronized void start() {
        log.beginHere();
        WorkTimer started = new WorkTimer("followed-log");
        started.every(pause, this::look);
        thread = started;
    }

    private void look() {
        try {
            long asked = System.nanoTime();
            tell();
            heardAll = asked;
            if (isBroken) {
                isBroken = false;
                LOG.info("What other nodes write is followed again");
            }
        } catch (MongoException e) {
            if (!isBroken) {
                isBroken = true;
                LOG.warn("Not able to follow what other nodes write: {}", e.getMessage());
            }
        }
    }

    private void tell() {
        do {
            if (untold.isEmpty()) {
                untold = log.more();
            }
            tell(untold);
            boolean isAll = untold.isEmpty();
            untold = Map.of();
            if (isAll) {
                return;
            }
        } while (!Thread.currentThread().isInterrupted());
    }

    /** One document that cannot be read holds up no other. */
    private void tell(Map<String, Long> versions) {
        try {
            heard.accept(versions);
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            versions.forEach((root, version) -> Fence.around(() -> heard.accept(Map.of(root, version)))
                    .ifPresent(failure -> WorkFailures.report(
                            LOG, "followed-log", "What another node wrote was not taken note of", failure)));
        }
    }

    /** How long ago all that was in the log by then was heard of. */
    public Duration lag() {
        return Duration.ofNanos(System.nanoTime() - heardAll);
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.close();
        }
    }
}
