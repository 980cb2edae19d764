package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/**
 * Stands for an index that only MongoDB keeps. It says that it has been filled, for the backend would otherwise read all
 * documents twice in order to fill it, at each start.
 */
final class UnkeptIndex extends EmptyIndex<StoredRow> {

    UnkeptIndex(String name, List<IndexKey> keys) {
        super(name, keys);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
