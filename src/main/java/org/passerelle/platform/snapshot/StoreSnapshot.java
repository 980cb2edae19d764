package org.passerelle.platform.snapshot;

import java.util.List;
import java.util.Set;
import org.bson.RawBsonDocument;

/**
 * All documents as they stood at one moment: what was answered before it is there, and what stands in two documents fits each
 * other. To be closed soon, for the store keeps what has become old since.
 */
public interface StoreSnapshot extends AutoCloseable {

    /** The kind of the store, {@code embedded} or {@code mongodb}: it decides nothing, and is told to people. */
    String kind();

    /** The names of the collections, in alphabetical order; without those that the server keeps for itself. */
    Set<String> collections();

    /** The indexes of a collection as {@code createIndexes} takes them, but for that of the ids. */
    List<RawBsonDocument> indexes(String collection);

    /** Gives {@code reader} each document of a collection, in no order; nothing if there is no such collection. */
    void read(String collection, DocumentReader reader);

    @Override
    void close();

    /** Gets documents one after the other. */
    interface DocumentReader {

        void document(RawBsonDocument document);

        /**
         * Hears of a document that is there and cannot be read.
         *
         * @param id as text
         */
        void unreadable(String id, String reason);
    }
}
