package org.passerelle.platform;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;

/**
 * At most so many documents of one owner: each has a number from 1 on in its field {@code slot}, and a unique index allows
 * each number once. Whoever adds one tries a number that looks free; however many do so at once, there are never more
 * documents than numbers.
 */
public final class OwnerSlots {

    public static final String FIELD = "slot";

    private OwnerSlots() {}

    /**
     * Adds a document under the first number of {@code 1..most} that is free.
     *
     * @param taken numbers that are known not to be
     * @param insert fails with {@link DuplicateKeyException} if somebody else was faster
     * @return whether there was one
     */
    public static boolean insert(int most, Collection<Integer> taken, IntConsumer insert) {
        Set<Integer> known = new HashSet<>(taken);
        for (int slot = 1; slot <= most; slot++) {
            if (!known.contains(slot)) {
                try {
                    insert.accept(slot);
                    return true;
                } catch (DuplicateKeyException taker) {
                    known.add(slot);
                }
            }
        }
        return false;
    }

    /**
     * Numbers the documents that have none yet, in the order of their ids, and makes the index. Whoever has more than may be
     * keeps them all, and gets no more. Harmless to repeat.
     *
     * @param owner the field, which may be nested, that says whose a document is
     */
    public static void introduce(MongoCollection<Document> collection, String owner) {
        Map<String, Integer> last = new HashMap<>();
        List<Document> unnumbered = new ArrayList<>();
        for (Document document : collection.find().sort(Sorts.ascending("_id"))) {
            Integer slot = document.getInteger(FIELD);
            if (slot == null) {
                unnumbered.add(document);
            } else {
                last.merge(of(document, owner), slot, Math::max);
            }
        }
        for (Document document : unnumbered) {
            int slot = last.merge(of(document, owner), 1, Integer::sum);
            collection.updateOne(Filters.eq("_id", document.get("_id")), Updates.set(FIELD, slot));
        }
        collection.createIndex(
                Indexes.ascending(owner, FIELD),
                new IndexOptions()
                        .name(collection.getNamespace().getCollectionName() + "_by_owner_and_slot")
                        .unique(true));
    }

    private static String of(Document document, String owner) {
        return Objects.toString(document.getEmbedded(List.of(owner.split("\\.")), Object.class));
    }
}
