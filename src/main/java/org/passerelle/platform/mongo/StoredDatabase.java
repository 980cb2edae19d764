package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;
import org.passerelle.platform.mongo.log.DocumentLog;

/** A database whose documents stand in the log. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<StoredRow> {

    private final DocumentLog log;
    private final StoredRows rows;

    StoredDatabase(String name, DocumentLog log, StoredRows rows, CursorRegistry cursors) {
        super(name, cursors);
        this.log = log;
        this.rows = rows;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<StoredRow> openOrCreateCollection(String name, CollectionOptions options) {
        StoredDocuments documents = new StoredDocuments(log, rows, getFullCollectionNamespace(name));
        return new StoredCollection(this, name, options, documents, cursorRegistry);
    }

    @Override
    protected Index<StoredRow> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return IdIndex.serves(keys)
                ? new IdIndex(rows.of(getFullCollectionNamespace(collection)), index, keys)
                : new StoredIndex(index, keys, sparse);
    }

    @Override
    protected Index<StoredRow> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new UnkeptIndex(index, keys);
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        throw new UnsupportedOperationException("Collections are not renamed here");
    }

    @Override
    protected long getFileSize() {
        return log.bytes();
    }

    @Override
    protected long getStorageSize() {
        return log.bytes();
    }
}
