package org.passerelle.mail.optout;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Opt-outs in the database, read and written by {@code _id} alone. */
@Repository
class MongoOptOuts implements OptOutStore {

    private static final String COLLECTION = "opt_outs";

    private final MongoOperations mongo;

    MongoOptOuts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Set<String> among(Collection<String> names) {
        return collection()
                .find(Filters.in("_id", names))
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
    }

    @Override
    public void add(String name, Instant since) {
        collection()
                .updateOne(
                        Filters.eq("_id", name), Updates.setOnInsert("since", since), new UpdateOptions().upsert(true));
    }

    @Override
    public void remove(String name) {
        collection().deleteOne(Filters.eq("_id", name));
    }

    private MongoCollection<Document> collection() {
        return Objects.requireNonNull(mongo.getCollection(COLLECTION));
    }
}
