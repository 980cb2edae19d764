package org.passerelle.outsider;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.passerelle.platform.digest.Digests;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Counts up to a limit, in a window that begins with the first that is counted. However many count at once, on however many nodes,
 * no more than that pass: each count is written on the condition that nobody counted since it was read.
 */
@Component
class RequestTallies {

    static final String COLLECTION = "outsiderTallies";

    private static final int MOST_TRIES = 50;

    private final MongoOperations mongo;

    RequestTallies(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * Whether there was room for one more; then it is counted.
     *
     * @param key of what is counted; only a digest of it is kept
     */
    boolean take(String key, int most, Duration window, Instant now) {
        String id = Digests.shortHex(key);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Document found = collection().find(Filters.eq("_id", id)).first();
            if (found == null) {
                if (insert(tally(id, now.toEpochMilli(), 1, 1))) {
                    return true;
                }
                continue;
            }
            long since = found.getLong("since");
            boolean isOver = !now.isBefore(Instant.ofEpochMilli(since).plus(window));
            int count = isOver ? 0 : found.getInteger("count");
            if (count >= most) {
                return false;
            }
            long version = found.getLong("version");
            // Written flat, for the index of exactly these two serves no other form on the embedded server.
            Document known = new Document("_id", id).append("version", version);
            Document next = tally(id, isOver ? now.toEpochMilli() : since, count + 1, version + 1);
            if (collection().replaceOne(known, next).getMatchedCount() > 0) {
                return true;
            }
        }
        return false;
    }

    private static Document tally(String id, long since, int count, long version) {
        return new Document("_id", id)
                .append("since", since)
                .append("count", count)
                .append("version", version);
    }

    private boolean insert(Document first) {
        try {
            collection().insertOne(first);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    void forgetBegunBefore(Instant moment) {
        collection().deleteMany(Filters.lt("since", moment.toEpochMilli()));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
