package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import org.passerelle.platform.mongo.log.StoredImage;

/** A document of a collection: its id, in memory, and where the rest stands in the log. */
final class StoredRow extends StoredImage {

    private final Object id;

    StoredRow(Object id) {
        this.id = id;
    }

    /** Numbers that MongoDB holds to be equal are the same id. */
    static Object key(Object id) {
        return id instanceof String ? id : new KeyValue(id).normalized().get(0);
    }

    Object id() {
        return id;
    }
}
