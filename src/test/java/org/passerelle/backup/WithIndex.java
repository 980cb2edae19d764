package org.passerelle.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.passerelle.platform.snapshot.StoreSnapshot;
import org.passerelle.platform.snapshot.StoreSnapshots;

/** A store that says it has a unique index which its documents break. */
record WithIndex(StoreSnapshots store, String field) implements StoreSnapshots {

    @Override
    public StoreSnapshot take() {
        StoreSnapshot real = store.take();
        return new StoreSnapshot() {
            @Override
            public String kind() {
                return real.kind();
            }

            @Override
            public Set<String> collections() {
                return real.collections();
            }

            @Override
            public List<RawBsonDocument> indexes(String collection) {
                List<RawBsonDocument> indexes = new ArrayList<>(real.indexes(collection));
                if (collection.equals("bookings")) {
                    Document index = new Document("key", new Document(field, 1))
                            .append("name", "once")
                            .append("unique", true)
                            .append("sparse", true);
                    indexes.add(new RawBsonDocument(index, new DocumentCodec()));
                }
                return indexes;
            }

            @Override
            public void read(String collection, DocumentReader reader) {
                real.read(collection, reader);
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }
}
