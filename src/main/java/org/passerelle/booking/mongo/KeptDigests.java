package org.passerelle.booking.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The digests of all documents, from the end of the program to its next start, which is thus spared reading all bookings.
 * They are taken out before the first booking can be written, so whatever is found here is true.
 */
final class KeptDigests {

    static final String COLLECTION = "bookingDigests";

    /** Of another form, they are thrown away. */
    private static final int FORM = 1;

    private static final String WHOLE = "whole";
    private static final String FIELD = "digests";

    private final MongoCollection<Document> collection;

    KeptDigests(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** What was kept, once; empty if nothing was, or not to the end. */
    Optional<List<FamilyDigest>> take() {
        List<FamilyDigest> digests = new ArrayList<>();
        boolean isWhole = false;
        for (Document kept : collection.find().batchSize(FamilySearch.A_BATCH)) {
            if (kept.containsKey(FIELD)) {
                DigestBytes.read(kept.get(FIELD, Binary.class).getData(), digests::add);
            } else {
                isWhole = kept.equals(whole());
            }
        }
        forget();
        return isWhole ? Optional.of(digests) : Optional.empty();
    }

    /** Keeps {@code digests}; they count only once the last of them is written. */
    void keep(Collection<FamilyDigest> digests) {
        forget();
        DigestBytes bytes = new DigestBytes();
        for (FamilyDigest digest : digests) {
            bytes.write(digest);
            if (bytes.areMany()) {
                insert(bytes);
                bytes = new DigestBytes();
            }
        }
        insert(bytes);
        collection.insertOne(whole());
    }

    /** Drops what is kept; nothing of it is true any more. */
    void forget() {
        collection.deleteMany(Filters.empty());
    }

    private void insert(DigestBytes bytes) {
        collection.insertOne(new Document(FIELD, new Binary(bytes.toBytes())));
    }

    private static Document whole() {
        return new Document("_id", WHOLE).append("form", FORM);
    }
}
