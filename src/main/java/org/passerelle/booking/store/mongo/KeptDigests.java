package org.passerelle.booking.store.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The digests of all documents as they were at some moment, so that the next start is spared reading those that have not
 * changed since. Each tells its version, by which it is known to be true still.
 */
final class KeptDigests {

    static final String COLLECTION = "bookingDigests";

    /** Of another form, they are not looked at. To be raised when documents change without their version, as by a migration. */
    private static final int FORM = 7;

    /** The one document that says which digests are complete. */
    private static final String LATEST = "latest";

    private static final String FORM_FIELD = "form";
    private static final String EDITION = "edition";
    private static final String DIGESTS = "digests";

    private final MongoCollection<Document> collection;

    KeptDigests(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** What was kept last, of some documents more than one version; nothing if nothing was. */
    List<FamilyDigest> latest() {
        return of(collection.find().batchSize(FamilySearch.A_BATCH), edition());
    }

    /** As {@link #latest()}, of the documents of the collection. */
    static List<FamilyDigest> latest(Collection<Document> all) {
        return of(
                all,
                edition(all.stream()
                        .filter(document -> LATEST.equals(document.get("_id")))
                        .findAny()
                        .orElse(null)));
    }

    private static List<FamilyDigest> of(Iterable<Document> all, long edition) {
        List<FamilyDigest> digests = new ArrayList<>();
        for (Document kept : all) {
            if (kept.containsKey(DIGESTS) && Objects.equals(kept.getLong(EDITION), edition)) {
                DigestBytes.read(kept.get(DIGESTS, Binary.class).getData(), digests::add);
            }
        }
        return digests;
    }

    /** Keeps {@code digests} instead of what was kept. If that is interrupted, what was kept before still is. */
    void keep(Collection<FamilyDigest> digests) {
        long before = edition();
        long edition = before + 1;
        collection.deleteMany(Filters.ne(EDITION, before)); // what an interrupted attempt has left
        insert(digests, edition);
        collection.replaceOne(
                Filters.eq("_id", LATEST),
                new Document("_id", LATEST).append(FORM_FIELD, FORM).append(EDITION, edition),
                new ReplaceOptions().upsert(true));
        collection.deleteMany(Filters.ne(EDITION, edition));
    }

    /** Keeps {@code digests} beside what was kept last, of which there must be something. */
    void keepMore(Collection<FamilyDigest> digests) {
        insert(digests, edition());
    }

    private void insert(Collection<FamilyDigest> digests, long edition) {
        DigestBytes bytes = new DigestBytes();
        for (FamilyDigest digest : digests) {
            bytes.write(digest);
            if (bytes.areMany()) {
                insert(bytes, edition);
                bytes = new DigestBytes();
            }
        }
        insert(bytes, edition);
    }

    /** Of what was kept last; zero if nothing was. */
    private long edition() {
        return edition(collection.find(Filters.eq("_id", LATEST)).first());
    }

    private static long edition(@Nullable Document latest) {
        return latest == null || latest.getInteger(FORM_FIELD) != FORM ? 0 : latest.getLong(EDITION);
    }

    private void insert(DigestBytes bytes, long edition) {
        collection.insertOne(new Document(EDITION, edition).append(DIGESTS, new Binary(bytes.toBytes())));
    }
}
