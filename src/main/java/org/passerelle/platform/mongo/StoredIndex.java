package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /**
     * Whether each of {@code documents} has one key here that holds just the fields that {@code selector} asks for, its id
     * among them.
     */
    boolean covers(Document selector, long documents) {
        boolean includesOnly =
                selector.values().stream().allMatch(each -> Integer.valueOf(1).equals(each));
        return includesOnly && !isSparse() && keySet().equals(withId(selector)) && getCount() == documents;
    }

    private static Set<String> withId(Document selector) {
        return Stream.concat(Stream.of("_id"), selector.keySet().stream()).collect(Collectors.toSet());
    }

    /** A way through all keys as documents; whole numbers come as 64 bits. */
    Scan<byte[], Object> scan(long id, Object writers) {
        return new Scan<>(id, positions, writers, (key, position) -> document(key), UnaryOperator.identity());
    }

    private Document document(byte[] key) {
        Iterator<Object> values = IndexKeys.decode(key).iterator();
        Document document = new Document();
        getKeys().forEach(each -> document.put(each.getKey(), values.next()));
        return document;
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
