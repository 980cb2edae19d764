package org.passerelle.booking.changelog.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Reads the tails of the documents of the bookings, and keeps in mind whether the log may lack something of them. */
@Component
class StoredTails {

    private static final String BOOKINGS = "bookings";
    private static final String STATE = "changeLogState";
    private static final String LACKS_NOTHING = "lacksNothing";
    private static final int A_BATCH = 100;

    private final MongoCollection<Document> bookings;
    private final MongoCollection<Document> state;
    private volatile boolean hasMissed;

    StoredTails(MongoOperations mongo) {
        this.bookings = mongo.getCollection(BOOKINGS);
        this.state = mongo.getCollection(STATE);
    }

    /** What the tail of one document tells of; nothing if there is none. */
    List<LoggedWrite> of(String root) {
        return Optional.ofNullable(bookings.find(Filters.eq("_id", root))
                        .projection(Projections.include(ChangeTails.FIELD))
                        .first())
                .map(StoredTails::writes)
                .orElse(List.of());
    }

    /** One look at every document; some hundred thousand a second. */
    void forEach(Consumer<List<LoggedWrite>> each) {
        bookings.find(Filters.exists(ChangeTails.FIELD + ".v"))
                .projection(Projections.include(ChangeTails.FIELD))
                .batchSize(A_BATCH)
                .forEach(document -> each.accept(writes(document)));
    }

    private static List<LoggedWrite> writes(Document document) {
        return LoggedWrite.ofTail(
                document.getString("_id"), document.getList(ChangeTails.FIELD, Document.class, List.of()));
    }

    /** Something could not be appended. */
    void noteMissed() {
        hasMissed = true;
    }

    boolean hasMissed() {
        return hasMissed;
    }

    void noteCaughtUp() {
        hasMissed = false;
    }

    /** Whether the last one to write ended when the log had everything, and nothing was written since. */
    boolean lackNothing() {
        return state.find(Filters.eq("_id", LACKS_NOTHING)).first() != null;
    }

    /** Something is going to be written. */
    void noteMayLack() {
        state.deleteOne(Filters.eq("_id", LACKS_NOTHING));
    }

    /** Nobody writes any more, and the log has everything. */
    void noteLackNothing() {
        state.replaceOne(
                Filters.eq("_id", LACKS_NOTHING),
                new Document("_id", LACKS_NOTHING),
                new ReplaceOptions().upsert(true));
    }
}
