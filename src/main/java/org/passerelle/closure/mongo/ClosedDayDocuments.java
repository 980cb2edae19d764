package org.passerelle.closure.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.passerelle.closure.model.KnownDays;
import org.passerelle.directory.SiteId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Which days of each site were known to be closed when they were last looked at, a document a site. */
@Component
public class ClosedDayDocuments {

    private static final String COLLECTION = "closedDays";
    private static final String DAYS = "days";
    private static final String VERSION = "version";

    private final MongoOperations mongo;

    public ClosedDayDocuments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Empty of a site that was never looked at. */
    public Optional<KnownDays> of(SiteId site) {
        @Nullable
        Document stored = collection().find(Filters.eq("_id", site.value())).first();
        return Optional.ofNullable(stored).map(ClosedDayDocuments::toDays);
    }

    private static KnownDays toDays(Document stored) {
        Set<LocalDate> days = new TreeSet<>();
        stored.getList(DAYS, String.class).forEach(day -> days.add(LocalDate.parse(day)));
        return new KnownDays(stored.getLong(VERSION), days);
    }

    /**
     * Replaces what is known.
     *
     * @param version of what is replaced; 0 if nothing is
     * @return false if another node has replaced it first
     */
    public boolean put(SiteId site, long version, Collection<LocalDate> days) {
        List<String> text = days.stream().sorted().map(LocalDate::toString).toList();
        if (version == 0) {
            return insert(site, text);
        }
        return collection()
                        .updateOne(
                                new Document("_id", site.value()).append(VERSION, version),
                                Updates.combine(Updates.set(DAYS, text), Updates.set(VERSION, version + 1)))
                        .getModifiedCount()
                > 0;
    }

    private boolean insert(SiteId site, List<String> days) {
        try {
            collection()
                    .insertOne(
                            new Document("_id", site.value()).append(DAYS, days).append(VERSION, 1L));
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
