package org.passerelle.notification.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.passerelle.notification.notice.NoticeRecords;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** {@link NoticeRecords} in a collection read by {@code _id}. */
@Repository
class MongoNoticeRecords implements NoticeRecords {

    private static final String COLLECTION = "notices";
    private static final String TOLD = "told";
    private static final String NEXT = "next";
    private static final String TRIES = "tries";

    private final MongoOperations mongo;

    MongoNoticeRecords(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Set<String> told(Collection<String> keys) {
        return collection()
                .find(Filters.and(Filters.in("_id", keys), Filters.exists(TOLD)))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
    }

    @Override
    public int claim(String key, Instant now, Duration length) {
        Date until = Date.from(now.plus(length));
        try {
            collection().insertOne(new Document("_id", key).append(TRIES, 0).append(NEXT, until));
            return 0;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        Bson isFree =
                Filters.and(Filters.eq("_id", key), Filters.exists(TOLD, false), Filters.lte(NEXT, Date.from(now)));
        @Nullable Document before = collection().findOneAndUpdate(isFree, Updates.set(NEXT, until));
        return before == null ? -1 : before.getInteger(TRIES);
    }

    @Override
    public void noteTold(String key, Instant now) {
        collection().updateOne(Filters.eq("_id", key), Updates.set(TOLD, Date.from(now)));
    }

    @Override
    public void postpone(String key, int tries, Instant next) {
        collection()
                .updateOne(
                        Filters.eq("_id", key),
                        Updates.combine(Updates.set(TRIES, tries), Updates.set(NEXT, Date.from(next))));
    }

    @Override
    public void forgetBefore(Instant before) {
        collection().deleteMany(Filters.lt(TOLD, Date.from(before)));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
