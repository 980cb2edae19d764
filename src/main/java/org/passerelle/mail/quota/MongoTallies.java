package org.passerelle.mail.quota;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Tallies in the database; found by {@code _id}, written by {@code _id} and {@code version}, for which there is an index. */
@Repository
public class MongoTallies implements Tallies {

    public static final String COLLECTION = "mail_tallies";

    private final MongoOperations mongo;

    public MongoTallies(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<MailTally> find(String id) {
        return Optional.ofNullable(collection().find(Filters.eq("_id", id)).first())
                .map(TallyDocument::toTally);
    }

    @Override
    public boolean insert(String id, MailTally first) {
        try {
            collection().insertOne(TallyDocument.of(id, first));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public boolean replace(String id, long known, MailTally next) {
        // Written flat, for the index of exactly these two serves no other form on the embedded server.
        Document standing = new Document("_id", id).append("version", known);
        return collection().replaceOne(standing, TallyDocument.of(id, next)).getMatchedCount() > 0;
    }

    @Override
    public void forgetBefore(Instant moment) {
        collection().deleteMany(TallyDocument.begunBefore(moment));
    }

    private MongoCollection<Document> collection() {
        return Objects.requireNonNull(mongo.getCollection(COLLECTION));
    }
}
