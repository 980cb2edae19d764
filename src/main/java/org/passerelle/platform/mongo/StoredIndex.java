package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A unique index, from each key to the one document that holds it. In memory: it is filled from the documents when the
 * collection is opened.
 */
final class StoredIndex extends AbstractUniqueIndex<StoredRow> {

    private final IndexKeyTable table = new IndexKeyTable();
    private final @Nullable String onlyField;
    private boolean filled;

    StoredIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        String field = keys.size() == 1 ? keys.get(0).getKey() : ".";
        this.onlyField = field.contains(".") ? null : field;
    }

    /** The claims of a booking, without an object for each; null if {@code document} holds something else there. */
    private long @Nullable [] numbers(Document document) {
        return onlyField == null ? null : WholeNumbers.all(document.get(onlyField));
    }

    /** The fields on the first level of a document that its keys are made of. */
    Set<String> fields() {
        return keys().stream().map(BsonFields::first).collect(Collectors.toSet());
    }

    /** From now on it holds the keys of all documents of the collection. */
    void filled() {
        filled = true;
    }

    /** Says so even without a key, or the backend would read all documents twice to fill it. */
    @Override
    public boolean isEmpty() {
        return !filled && getCount() == 0;
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<StoredRow> collection) {
        long[] numbers = numbers(document);
        if (numbers == null) {
            super.checkAdd(document, collection);
        } else {
            check(numbers, null, collection);
        }
    }

    private void check(long[] numbers, @Nullable StoredRow own, MongoCollection<StoredRow> collection) {
        for (long number : numbers) {
            StoredRow holder = table.get(number);
            if (holder != null && holder != own) {
                throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(number));
            }
        }
    }

    /** {@code document} was checked. */
    @Override
    public synchronized void add(Document document, StoredRow row, MongoCollection<StoredRow> collection) {
        long[] numbers = numbers(document);
        if (numbers == null) {
            super.add(document, row, collection);
            return;
        }
        for (long number : numbers) {
            table.putIfAbsent(number, row);
        }
    }

    @Override
    public synchronized @Nullable StoredRow remove(Document document) {
        long[] numbers = numbers(document);
        if (numbers == null) {
            return super.remove(document);
        }
        StoredRow row = null;
        for (long number : numbers) {
            StoredRow removed = table.remove(number);
            row = removed == null ? row : removed;
        }
        return row;
    }

    @Override
    public synchronized void checkUpdate(Document before, Document after, MongoCollection<StoredRow> collection) {
        long[] numbers = numbers(after);
        if (numbers != null) {
            check(numbers, ownerOf(before, collection), collection);
        } else if (getKeyValues(before).isEmpty()) {
            // The backend looks for the old document by its keys, and fails when an empty array has none.
            checkAdd(after, collection);
        } else {
            super.checkUpdate(before, after, collection);
        }
    }

    private static @Nullable StoredRow ownerOf(Document document, MongoCollection<StoredRow> collection) {
        return ((StoredCollection) collection).rowOf(document);
    }

    /** The collection does it, by {@link #replace}, once the log has the new image. */
    @Override
    public void updateInPlace(Document before, Document after, StoredRow row, MongoCollection<StoredRow> collection) {}

    /** Whether a key of {@code document} is held already. */
    synchronized boolean collides(Document document) {
        return keysOf(document).stream().anyMatch(key -> getPosition(key) != null);
    }

    /** Gives {@code row} the keys of {@code document}, which {@link #collides} with none. */
    synchronized void take(Document document, StoredRow row) {
        keysOf(document).forEach(key -> putKeyPosition(key, row));
    }

    private Set<KeyValue> keysOf(Document document) {
        boolean isLeftOut = isSparse()
                && keys().stream().allMatch(key -> Utils.getSubdocumentValue(document, key) instanceof Missing);
        return isLeftOut ? Set.of() : getKeyValues(document);
    }

    /** At once: no reader finds the document by neither. */
    synchronized void replace(Document before, Document after, StoredRow row, MongoCollection<StoredRow> collection) {
        if (!nullAwareEqualsKeys(before, after)) {
            remove(before);
            add(after, row, collection);
        }
    }

    /** Which document it is the collection knows by its id. */
    @Override
    public @Nullable StoredRow getPosition(Document document) {
        return null;
    }

    @Override
    protected @Nullable StoredRow removeDocument(KeyValue key) {
        return table.remove(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, @Nullable StoredRow row) {
        return row != null && table.putIfAbsent(key, row) == null;
    }

    @Override
    protected @Nullable StoredRow getPosition(KeyValue key) {
        return table.get(key);
    }

    /** A room's month is asked for by nine thousand claims: the backend would sort them, and make an object of each. */
    @Override
    public synchronized Iterable<StoredRow> getPositions(Document query) {
        Object expression = onlyField == null ? null : query.get(onlyField);
        long[] numbers = expression instanceof Document condition && condition.size() == 1
                ? WholeNumbers.all(condition.get("$in"))
                : null;
        if (numbers == null) {
            return super.getPositions(query);
        }
        Set<StoredRow> found = new LinkedHashSet<>();
        for (long number : numbers) {
            StoredRow row = table.get(number);
            if (row != null) {
                found.add(row);
            }
        }
        return found;
    }

    /** Asked for by queries with regular expressions, which match no numbers. */
    @Override
    protected Iterable<Map.Entry<KeyValue, StoredRow>> getIterable() {
        return table.texts();
    }

    @Override
    public synchronized long getCount() {
        return table.count();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
