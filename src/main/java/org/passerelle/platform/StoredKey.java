package org.passerelle.platform;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.Objects;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.digest.Digests;
import org.springframework.data.mongodb.core.MongoOperations;

/** A secret of the installation, of 256 bits: drawn once, and the same on all nodes. Not to be changed by who is given it. */
public final class StoredKey implements Supplier<byte[]> {

    private static final String COLLECTION = "keys";
    private static final int BYTES = 32;

    private final MongoOperations mongo;
    private final String name;
    private volatile byte @Nullable [] known;

    /** @param name what it is for */
    public StoredKey(MongoOperations mongo, String name) {
        this.mongo = mongo;
        this.name = name;
    }

    @Override
    public byte[] get() {
        byte[] key = known;
        if (key == null) {
            key = stored();
            known = key;
        }
        return key;
    }

    /** Draws one unless there is one; of two nodes that draw at once the first is heard. */
    private byte[] stored() {
        byte[] drawn = Digests.randomBytes(BYTES);
        Document document = mongo.getCollection(COLLECTION)
                .findOneAndUpdate(
                        Filters.eq("_id", name),
                        Updates.setOnInsert("key", new Binary(drawn)),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(document).get("key", Binary.class).getData();
    }
}
