package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;

/** Fills an index with what its collection holds. */
final class IndexBuild {

    private IndexBuild() {}

    /** @throws IndexBuildFailedException if two documents have the same key */
    static void fill(StoredIndex index, StoredCollection collection, StoredDocuments documents) {
        try {
            for (StoredRow row : documents.rows().all()) {
                Document document = documents.read(row, index.fields());
                if (document != null) {
                    index.checkAdd(document, collection);
                    index.add(document, row, collection);
                }
            }
            index.filled();
        } catch (MongoServerError e) {
            throw new IndexBuildFailedException(e, collection);
        }
    }
}
