package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/** A database whose documents and indexes are kept as BSON. Maps are named as the backend names them. */
final class StoredDatabase extends H2Database {

    private static final BsonValueType BSON = new BsonValueType();

    private final MVStore store;
    private final CursorRegistry cursors;
    private final boolean constructed;

    StoredDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, store, cursors);
        this.store = store;
        this.cursors = cursors;
        this.constructed = true;
        initializeNamespacesAndIndexes();
    }

    /** Called by the backend's constructor, before there is a store to open collections in; then once again. */
    @Override
    protected void initializeNamespacesAndIndexes() {
        if (constructed) {
            super.initializeNamespacesAndIndexes();
        }
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        String namespace = getFullCollectionNamespace(name);
        MVMap<Object, Document> documents = store.openMap("databases." + namespace, documentMap());
        MVMap<String, Object> meta = store.openMap("meta." + namespace);
        return new StoredCollection(this, name, options, documents, meta, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        String map = getFullCollectionNamespace(collection) + "._index_" + index;
        return new StoredIndex(store.openMap(map, indexMap()), index, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new UnkeptIndex(index, keys);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static MVMap.Builder<Object, Document> documentMap() {
        return (MVMap.Builder) new MVMap.Builder<Object, Object>().keyType(BSON).valueType(BSON);
    }

    private static MVMap.Builder<byte[], Object> indexMap() {
        return new MVMap.Builder<byte[], Object>()
                .keyType(ByteArrayDataType.INSTANCE)
                .valueType(BSON);
    }
}
