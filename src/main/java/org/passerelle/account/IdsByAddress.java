package org.passerelle.account;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts ids in the place of addresses in documents that were written before people had ids (ADR 24), in batches, with a line in the log for
 * each ten thousand. For migrations; harmless to repeat, since what has been changed has no address any more.
 */
public final class IdsByAddress {

    private static final Logger LOG = LoggerFactory.getLogger(IdsByAddress.class);
    private static final int A_BATCH = 500;
    private static final int BETWEEN_LINES = 10_000;

    private final Map<String, String> ids;

    private IdsByAddress(Map<String, String> ids) {
        this.ids = Map.copyOf(ids);
    }

    /** Of all people, once they have ids. */
    public static IdsByAddress of(MongoDatabase database) {
        Map<String, String> ids = new HashMap<>();
        for (Document person : database.getCollection("people").find(Filters.exists("email"))) {
            ids.put(person.getString("email"), person.getString("_id"));
        }
        return new IdsByAddress(ids);
    }

    /** Empty if nobody with an account has that address, or it is none but an id already. */
    public Optional<String> of(String address) {
        return Optional.ofNullable(ids.get(address));
    }

    /** Sets {@code field} to the id of the account whose address it holds; those of nobody stay as they are. */
    public void putInto(MongoCollection<Document> documents, String field) {
        putInto(
                documents,
                List.of(field),
                document -> of(document.getString(field)).map(id -> Updates.set(field, id)));
    }

    /**
     * Applies to each document what {@code change} makes of it.
     *
     * @param fields which {@code change} looks at, besides {@code _id}
     */
    public void putInto(
            MongoCollection<Document> documents, List<String> fields, Function<Document, Optional<Bson>> change) {
        Document wanted = new Document();
        fields.forEach(field -> wanted.append(field, 1));
        List<WriteModel<Document>> batch = new ArrayList<>();
        int seen = 0;
        for (Document document : documents.find().projection(wanted).batchSize(A_BATCH)) {
            change.apply(document)
                    .ifPresent(
                            update -> batch.add(new UpdateOneModel<>(Filters.eq("_id", document.get("_id")), update)));
            if (batch.size() >= A_BATCH) {
                documents.bulkWrite(batch);
                batch.clear();
            }
            seen++;
            if (seen % BETWEEN_LINES == 0) {
                LOG.info(
                        "Ids for addresses: {} documents of {} seen",
                        seen,
                        documents.getNamespace().getCollectionName());
            }
        }
        if (!batch.isEmpty()) {
            documents.bulkWrite(batch);
        }
    }
}
