package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unique index that begins with the id of the document, such as the one of ids and versions. Nothing need be kept for
 * it: the rows of the collection are found by their ids, and no two have the same.
 */
final class IdIndex extends AbstractUniqueIndex<StoredRow> {

    private static final String ID = "_id";

    private final Rows rows;

    IdIndex(Rows rows, String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.rows = rows;
    }

    static boolean serves(List<IndexKey> keys) {
        return keys.get(0).getKey().equals(ID);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<StoredRow> collection) {
        if (rows.find(id(document)) != null) {
            // Of several keys the id alone is held already. The error takes a value for each key that it is given.
            throw new DuplicateKeyError(this, collection, getKeys().subList(0, 1), new KeyValue(id(document)));
        }
    }

    private static Object id(Document document) {
        return Missing.ofNullable(document.get(ID));
    }

    @Override
    public void add(Document document, StoredRow row, MongoCollection<StoredRow> collection) {}

    @Override
    public @Nullable StoredRow remove(Document document) {
        return null;
    }

    /** Ids do not change. */
    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<StoredRow> collection) {}

    @Override
    public void updateInPlace(Document before, Document after, StoredRow row, MongoCollection<StoredRow> collection) {}

    @Override
    public @Nullable StoredRow getPosition(Document document) {
        return rows.find(id(document));
    }

    @Override
    protected @Nullable StoredRow removeDocument(KeyValue key) {
        return null;
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, @Nullable StoredRow row) {
        return true;
    }

    /** Of a key with more than the id: whether the rest matches the query finds out from the document. */
    @Override
    protected @Nullable StoredRow getPosition(KeyValue key) {
        return rows.find(key.get(0));
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, StoredRow>> getIterable() {
        return rows.all().stream().map(row -> Map.entry(new KeyValue(row.id()), row))::iterator;
    }

    @Override
    public long getCount() {
        return rows.count();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
