package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection of documents that stand in the log. A change is checked against every index, then written to the log, and
 * then done in memory: if the log does not take it, nothing has happened. Changes come one after the other; readers hold
 * nobody up.
 */
final class StoredCollection extends QueriedCollection {

    private static final String ID = "_id";
    private static final int ILLEGAL_OPERATION = 20;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            StoredDocuments documents,
            CursorRegistry cursors) {
        super(database, name, options, documents, cursors);
    }

    /** The row of a document with this id; null if there is none. */
    @Nullable
    StoredRow rowOf(Document document) {
        return documents().rows().find(Missing.ofNullable(document.get(ID)));
    }

    @Override
    public synchronized void addDocument(Document document) {
        if (document.get(ID) instanceof Iterable<?>) {
            throw new BadValueException("can't use an array for _id");
        }
        if (!document.containsKey(ID) && !getCollectionName().startsWith("system.")) {
            document.put(ID, new ObjectId());
        }
        for (Index<StoredRow> index : indexes()) {
            index.checkAdd(document, this);
        }
        StoredRow row = documents().add(key(document), document);
        for (Index<StoredRow> index : indexes()) {
            index.add(document, row, this);
        }
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> added, boolean ordered) {
        return super.insertDocuments(added, ordered);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return super.deleteDocuments(selector, limit, oplog);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }

    /** Collections of the backend's own have no ids. */
    private Object key(Document document) {
        String field = getIdField();
        return field == null ? UUID.randomUUID() : Missing.ofNullable(document.get(field));
    }

    @Override
    protected StoredRow addDocumentInternal(Document document) {
        return documents().add(key(document), document);
    }

    @Override
    protected void handleUpdate(StoredRow row, Document before, Document after) {
        documents().replace(row, after);
        for (Index<StoredRow> index : indexes()) {
            if (index instanceof StoredIndex stored) {
                stored.replace(before, after, row, this);
            }
        }
    }

    @Override
    public synchronized void removeDocument(Document document) {
        StoredRow row = getIdField() == null
                ? findDocumentPosition(document)
                : documents().rows().find(key(document));
        if (row == null) {
            return;
        }
        documents().remove(row);
        for (Index<StoredRow> index : indexes()) {
            index.remove(document);
        }
    }

    @Override
    protected void removeDocument(StoredRow row) {
        documents().remove(row);
    }

    @Override
    public synchronized void drop() {
        super.drop();
        documents().drop();
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        throw new MongoServerError(ILLEGAL_OPERATION, "IllegalOperation", "Collections are not renamed here");
    }

    @Override
    public synchronized void addIndex(Index<StoredRow> index) {
        boolean known = getIndexes().stream().anyMatch(each -> each.getName().equals(index.getName()));
        if (!known && index instanceof StoredIndex stored) {
            IndexBuild.fill(stored, this, documents());
        }
        super.addIndex(index);
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
