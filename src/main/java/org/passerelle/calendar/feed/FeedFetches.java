package org.passerelle.calendar.feed;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.passerelle.calendar.feed.FeedDocument.FetchRecord;
import org.passerelle.calendar.feed.FeedDocument.StoredFeed;
import org.passerelle.platform.work.WorkTimer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Writes down in the background what happened to feeds, once a second at most. A violent end of the program loses the last few:
 * then a fetch goes uncounted, or a feed seems to have changed later than it did.
 */
@Component
class FeedFetches {

    /** What is not written down yet; of two contents the later one counts. */
    private record Pending(
            @Nullable FetchRecord fetched, @Nullable StoredFeed content) {

        Pending and(Pending later) {
            return new Pending(sum(fetched, later.fetched), later.content == null ? content : later.content);
        }

        private static @Nullable FetchRecord sum(@Nullable FetchRecord one, @Nullable FetchRecord other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return new FetchRecord(
                    one.count() + other.count(), one.last().isAfter(other.last()) ? one.last() : other.last());
        }

        Update toUpdate() {
            Update update = new Update();
            if (fetched != null) {
                update.inc("fetched.count", fetched.count()).max("fetched.last", fetched.last());
            }
            if (content != null) {
                update.set("content", content);
            }
            return update;
        }
    }

    /** A write for every fetch would keep the disk busier than the fetches do the program. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final MongoTemplate mongo;
    private final Executor executor;
    private final Map<String, Pending> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private boolean ended;

    @Autowired
    FeedFetches(MongoTemplate mongo, @Qualifier("applicationTaskExecutor") Executor executor) {
        this(mongo, executor, PAUSE);
    }

    /** @param pause between a fetch and its being written down, in which others join it */
    FeedFetches(MongoTemplate mongo, Executor executor, Duration pause) {
        this.mongo = mongo;
        this.executor = pause.isZero() ? executor : WorkTimer.delayed(pause, executor);
    }

    /** The feed of this hash was fetched, an unchanged answer included. */
    void note(String hash, Instant now) {
        note(hash, new Pending(new FetchRecord(1, now), null));
    }

    /** The feed of this hash says something else than it did. */
    void noteContent(String hash, StoredFeed content) {
        note(hash, new Pending(null, content));
    }

    private void note(String hash, Pending pending) {
        waiting.merge(hash, pending, Pending::and);
        if (writing.compareAndSet(false, true)) {
            executor.execute(this::write);
        }
    }

    private synchronized void write() {
        if (ended) {
            return;
        }
        writing.set(false); // first, so that whoever comes from now on has a write of their own
        for (String hash : List.copyOf(waiting.keySet())) {
            Pending pending = waiting.remove(hash);
            if (pending != null) {
                write(hash, pending);
            }
        }
    }

    /** What cannot be written now is, with what comes next. */
    private void write(String hash, Pending pending) {
        try {
            mongo.updateFirst(FeedDocuments.byHash(hash), pending.toUpdate(), FeedDocument.class);
        } catch (RuntimeException e) {
            waiting.merge(hash, pending, (later, failed) -> failed.and(later));
            throw e;
        }
    }

    /** Writes down the last while the database still answers; what is noted later is lost. */
    @PreDestroy
    synchronized void end() {
        write();
        ended = true;
    }
}
