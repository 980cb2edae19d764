package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index, from each key to the position of the one document that holds it. */
final class StoredIndex extends AbstractUniqueIndex<Object> {

    private final MVMap<byte[], Object> positions;

    StoredIndex(MVMap<byte[], Object> positions, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.positions = positions;
    }

    /** The backend looks for the position of the old document by its keys, and fails when an empty array has none. */
    @Override
    public synchronized void checkUpdate(
            Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        if (getKeyValues(oldDocument).isEmpty()) {
            checkAdd(newDocument, collection);
        } else {
            super.checkUpdate(oldDocument, newDocument, collection);
        }
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(IndexKeys.encode(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, @Nullable Object position) {
        return positions.putIfAbsent(IndexKeys.encode(key), Missing.ofNullable(position)) == null;
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(IndexKeys.encode(key));
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return () -> positions.entrySet().stream()
                .<Map.Entry<KeyValue, Object>>map(
                        entry -> new SimpleImmutableEntry<>(IndexKeys.decode(entry.getKey()), entry.getValue()))
                .iterator();
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
