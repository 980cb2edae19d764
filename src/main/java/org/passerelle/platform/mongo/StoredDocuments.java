package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.DocumentLog;

/** The documents of one collection, in the log and by their ids in memory. Every document read is a copy of its own. */
final class StoredDocuments {

    private final DocumentLog log;
    private final StoredRows all;
    private final String collection;
    private volatile Rows rows;

    /** @param collection its full name */
    StoredDocuments(DocumentLog log, StoredRows all, String collection) {
        this.log = log;
        this.all = all;
        this.collection = collection;
        this.rows = all.of(collection);
    }

    Rows rows() {
        return rows;
    }

    StoredRow add(Object id, Document document) {
        StoredRow row = new StoredRow(id);
        log.put(collection, Bson.value(id), Bson.document(document), row);
        rows.add(row);
        return row;
    }

    void replace(StoredRow row, Document document) {
        log.put(collection, Bson.value(row.id()), Bson.document(document), row);
    }

    void remove(StoredRow row) {
        log.remove(collection, Bson.value(row.id()), row);
        rows.remove(row.id());
    }

    void drop() {
        log.drop(collection, rows.all());
        all.drop(collection);
        rows = all.of(collection);
    }

    /** Null if it has ended. */
    @Nullable
    Document read(StoredRow row) {
        return read(row, null);
    }

    /** Of the document only those of {@code fields} that are on its first level; all if null. */
    @Nullable
    Document read(StoredRow row, @Nullable Set<String> fields) {
        byte[] image = log.read(row);
        if (image == null) {
            return null;
        }
        return fields == null ? Bson.document(image) : BsonFields.read(image, fields);
    }

    /** The document, if what {@code wanted} looks at says so; else null. */
    @Nullable
    Document readIf(StoredRow row, @Nullable Set<String> lookedAt, Predicate<Document> wanted) {
        byte[] image = log.read(row);
        if (image == null || (lookedAt != null && !wanted.test(BsonFields.read(image, lookedAt)))) {
            return null;
        }
        Document document = Bson.document(image);
        return lookedAt != null || wanted.test(document) ? document : null;
    }
}
