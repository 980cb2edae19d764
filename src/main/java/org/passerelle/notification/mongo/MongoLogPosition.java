package org.passerelle.notification.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.notification.owed.LogPosition;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** {@link LogPosition} in a document of its own. */
@Repository
class MongoLogPosition implements LogPosition {

    private static final String COLLECTION = "changeLogReaders";
    private static final String ID = "notifications";
    private static final String POSITION = "position";
    private static final String NODE = "node";
    private static final String CLAIMED = "claimed";

    private final MongoOperations mongo;

    /** Another at each start: a claim of a run before runs out. */
    private final String me = UUID.randomUUID().toString();

    MongoLogPosition(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public long read() {
        @Nullable Document stored = collection().find(Filters.eq("_id", ID)).first();
        return stored == null ? ChangeLog.START : stored.getLong(POSITION);
    }

    @Override
    public void advance(long from, long to) {
        boolean isThere = collection()
                        .updateOne(
                                Filters.and(Filters.eq("_id", ID), Filters.eq(POSITION, from)),
                                Updates.set(POSITION, to))
                        .getMatchedCount()
                > 0;
        if (!isThere && from == ChangeLog.START) {
            insert(new Document("_id", ID).append(POSITION, to));
        }
    }

    @Override
    public boolean claim(Instant now, Duration length) {
        Date until = Date.from(now.plus(length));
        Bson isFree =
                Filters.or(Filters.eq(NODE, me), Filters.exists(CLAIMED, false), Filters.lte(CLAIMED, Date.from(now)));
        return collection()
                                .updateOne(
                                        Filters.and(Filters.eq("_id", ID), isFree),
                                        Updates.combine(Updates.set(NODE, me), Updates.set(CLAIMED, until)))
                                .getMatchedCount()
                        > 0
                || insert(new Document("_id", ID)
                        .append(POSITION, ChangeLog.START)
                        .append(NODE, me)
                        .append(CLAIMED, until));
    }

    @Override
    public void release() {
        collection()
                .updateOne(
                        Filters.and(Filters.eq("_id", ID), Filters.eq(NODE, me)),
                        Updates.combine(Updates.unset(NODE), Updates.unset(CLAIMED)));
    }

    /** False if there is one. */
    private boolean insert(Document position) {
        try {
            collection().insertOne(position);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
