package org.passerelle.platform.mongo.log;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Keeps which documents there are, by collection and id. Filled by the log when it is opened, in the order of its records. */
public interface DocumentTable {

    /** The document of this id, made if there is none. */
    StoredImage put(String collection, byte[] id);

    /** The document of this id; null if there is none. */
    @Nullable
    StoredImage find(String collection, byte[] id);

    /** Takes the document out; null if there is none. */
    @Nullable
    StoredImage remove(String collection, byte[] id);

    /** Takes all documents of a collection out. */
    Collection<? extends StoredImage> drop(String collection);
}
