package org.passerelle.notification.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
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

    private final MongoOperations mongo;

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
            try {
                collection().insertOne(new Document("_id", ID).append(POSITION, to));
            } catch (MongoWriteException e) {
                if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
        }
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
