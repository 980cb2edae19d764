package org.passerelle.privacy.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.passerelle.platform.personal.RetainedData.RetentionKind;
import org.passerelle.privacy.RetentionRuns;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** {@link RetentionRuns}, a document for each kind. */
@Repository
class MongoRetentionRuns implements RetentionRuns {

    static final String COLLECTION = "retentionRuns";

    private static final String NIGHT = "night";
    private static final String LATELY = "lately";

    private final MongoOperations mongo;

    MongoRetentionRuns(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(RetentionKind kind, String night, long count, Instant now) {
        collection()
                .updateOne(
                        Filters.and(Filters.eq("_id", kind.name()), Filters.ne(NIGHT, night)),
                        Updates.combine(Updates.set(NIGHT, night), Updates.set(LATELY, 0L)));
        collection()
                .updateOne(
                        Filters.eq("_id", kind.name()),
                        Updates.combine(
                                Updates.set(NIGHT, night),
                                Updates.set("last", Date.from(now)),
                                Updates.inc(LATELY, count),
                                Updates.inc("ever", count)),
                        new UpdateOptions().upsert(true));
    }

    @Override
    public Map<RetentionKind, RetentionRun> all() {
        Map<RetentionKind, RetentionRun> runs = new EnumMap<>(RetentionKind.class);
        for (Document run : collection().find()) {
            runs.put(
                    RetentionKind.valueOf(run.getString("_id")),
                    new RetentionRun(run.getDate("last").toInstant(), run.getLong(LATELY), run.getLong("ever")));
        }
        return runs;
    }

    private MongoCollection<Document> collection() {
        return Objects.requireNonNull(mongo.getCollection(COLLECTION));
    }
}
