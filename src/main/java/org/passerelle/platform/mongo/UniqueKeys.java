package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The unique indexes of a store that is not open, as its own documents describe them, and the keys that are held in them. */
final class UniqueKeys {

    private final Map<String, List<StoredIndex>> byCollection = new HashMap<>();

    /** Takes a document into account that describes an index, as {@code system.indexes} has one for each. */
    void add(Document description) {
        if (!Boolean.TRUE.equals(description.get("unique")) || !(description.get("key") instanceof Document key)) {
            return;
        }
        List<IndexKey> keys =
                key.keySet().stream().map(field -> new IndexKey(field, true)).toList();
        // Ids are unique by themselves.
        if (!IdIndex.serves(keys)) {
            boolean isSparse = Boolean.TRUE.equals(description.get("sparse"));
            byCollection
                    .computeIfAbsent(String.valueOf(description.get("ns")), any -> new ArrayList<>())
                    .add(new StoredIndex(String.valueOf(description.get("name")), keys, isSparse));
        }
    }

    /** Gives {@code document} its keys; false if another has one of them already, and then it gets none. */
    boolean take(String collection, Document document) {
        List<StoredIndex> indexes = byCollection.getOrDefault(collection, List.of());
        if (indexes.stream().anyMatch(index -> index.collides(document))) {
            return false;
        }
        StoredRow row = new StoredRow(String.valueOf(document.get("_id")));
        indexes.forEach(index -> index.take(document, row));
        return true;
    }
}
