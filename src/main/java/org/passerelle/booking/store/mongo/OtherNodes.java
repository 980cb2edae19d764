package org.passerelle.booking.store.mongo;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.changelog.mongo.FollowedLog;
import org.passerelle.booking.store.mongo.ChangeSource.StoreChanges;
import org.passerelle.platform.work.WorkExecutors;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for what other nodes write, on a thread of its own. The driver itself resumes a stream after a lost connection
 * or an election; when it gives up, another stream is opened and everything that was missed is looked for.
 */
final class OtherNodes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);

    private static final long MILLIS_TO_END = 2_000;

    private final ChangeSource source;
    private final Consumer<Map<String, Long>> heard;
    private final Runnable catchUp;
    private final Pauses pauses;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    /**
     * How long it waits.
     *
     * @param beforeReopening at first; doubled each time, up to {@code polling}
     * @param polling between two comparisons of all that is stored, on a database that tells nobody of changes
     * @param log between two looks in the change log
     */
    record Pauses(Duration beforeReopening, Duration polling, Duration log) {

        static final Pauses USUAL = new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(1), FollowedLog.USUAL);
    }

    /**
     * @param heard told which documents were written at which versions
     * @param catchUp looks for everything that is stored and not known
     */
    OtherNodes(ChangeSource source, Consumer<Map<String, Long>> heard, Runnable catchUp, Pauses pauses) {
        this.source = source;
        this.heard = heard;
        this.catchUp = catchUp;
        this.pauses = pauses;
    }

    /** Listens from now on: what is written after this returns is heard, so what is read after it completes the picture. */
    synchronized void start() {
        StoreChanges first = null;
        boolean offered = true;
        try {
            first = source.open();
        } catch (ChangeSource.NotOffered e) {
            offered = false;
        } catch (MongoException e) {
            LOG.warn("Not yet able to listen for what other nodes write: {}", e.getMessage());
        }
        StoreChanges opened = first;
        boolean streams = offered;
        Thread started = WorkExecutors.thread("other-nodes", () -> run(opened, streams));
        started.start();
        thread = started;
    }

    private void run(@Nullable StoreChanges opened, boolean streams) {
        if (opened != null) {
            try (opened) {
                hear(opened);
            } catch (RuntimeException | LinkageError | VirtualMachineError e) {
                failed(e);
            }
        }
        boolean offered = streams;
        Duration pause = pauses.beforeReopening();
        while (offered && !isClosedWithin(pause)) {
            try (StoreChanges changes = source.open()) {
                catchUp.run();
                pause = pauses.beforeReopening();
                hear(changes);
            } catch (ChangeSource.NotOffered e) {
                offered = false;
            } catch (MongoException e) {
                LOG.warn("Not able to listen for what other nodes write: {}", e.getMessage());
                pause = longer(pause);
            } catch (RuntimeException | LinkageError | VirtualMachineError e) {
                failed(e);
                pause = longer(pause);
            }
        }
        if (!offered) {
            poll();
        }
    }

    /** Nobody else would notice that this thread has ended; so it goes on, whatever happens. */
    private void failed(Throwable e) {
        if (!isClosedWithin(Duration.ZERO)) {
            WorkFailures.report(
                    LOG, "other-nodes", "What another node wrote was not taken note of, and is looked for again", e);
        }
    }

    /** Returns once the stream is broken or this is closed. */
    private void hear(StoreChanges changes) {
        try {
            while (!isClosedWithin(Duration.ZERO)) {
                heard.accept(changes.next());
            }
        } catch (MongoException e) {
            if (!isClosedWithin(Duration.ZERO)) {
                LOG.warn("Broken off while listening for what other nodes write: {}", e.getMessage());
            }
        }
    }

    private void poll() {
        LOG.info(
                "The database is no replica set and tells nobody of changes;"
                        + " what other nodes write is read in the change log, and all is compared every {} s",
                pauses.polling().toSeconds());
        while (!isClosedWithin(pauses.polling())) {
            try {
                catchUp.run();
            } catch (MongoException e) {
                LOG.warn("Not able to look for what other nodes write: {}", e.getMessage());
            } catch (RuntimeException | LinkageError | VirtualMachineError e) {
                failed(e);
            }
        }
    }

    private Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(pauses.polling()) < 0 ? doubled : pauses.polling();
    }

    private boolean isClosedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Waits a little for the thread to end, so that nobody uses the database after it is closed. */
    @Override
    public synchronized void close() {
        closed.countDown();
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(MILLIS_TO_END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
