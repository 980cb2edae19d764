package org.passerelle.invitation.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.passerelle.invitation.HeldBackMail;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** {@link HeldBackMail} in a collection of its own, which is as small as there is mail that waits. */
@Repository
class MongoHeldBackMail implements HeldBackMail {

    private static final String COLLECTION = "held_back_mail";

    private final MongoOperations mongo;

    MongoHeldBackMail(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void note(String root, Instant until) {
        collection()
                .replaceOne(
                        Filters.eq("_id", root),
                        new Document("_id", root).append("until", Date.from(until)),
                        new ReplaceOptions().upsert(true));
    }

    @Override
    public void end(String root) {
        collection().deleteOne(Filters.eq("_id", root));
    }

    @Override
    public List<String> roots(int most) {
        return collection()
                .find()
                .sort(Sorts.ascending("until", "_id"))
                .limit(most)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    private MongoCollection<Document> collection() {
        return Objects.requireNonNull(mongo.getCollection(COLLECTION));
    }
}
