package org.passerelle.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.passerelle.calendar.FeedDocument.Fetched;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Counts fetches in the background, several at once under load; a crash may lose the last few. */
@Component
class FeedFetches {

    private final MongoTemplate mongo;
    private final Executor executor;
    private final Map<String, Fetched> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    FeedFetches(MongoTemplate mongo, @Qualifier("applicationTaskExecutor") Executor executor) {
        this.mongo = mongo;
        this.executor = executor;
    }

    void note(String hash, Instant now) {
        waiting.merge(hash, new Fetched(1, now), (before, one) -> new Fetched(before.count() + 1, one.last()));
        if (writing.compareAndSet(false, true)) {
            executor.execute(this::write);
        }
    }

    private void write() {
        writing.set(false); // first, so that whoever comes from now on has a write of their own
        for (String hash : List.copyOf(waiting.keySet())) {
            Fetched fetched = waiting.remove(hash);
            if (fetched != null) {
                Update update =
                        new Update().inc("fetched.count", fetched.count()).max("fetched.last", fetched.last());
                mongo.updateFirst(Query.query(Criteria.where("_id").is(hash)), update, FeedDocument.class);
            }
        }
    }
}
