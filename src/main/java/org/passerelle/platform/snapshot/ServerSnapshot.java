package org.passerelle.platform.snapshot;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * A snapshot session of a MongoDB replica set (read concern {@code snapshot}, MongoDB 5.0 and later). The server keeps the
 * moment for {@code minSnapshotHistoryWindowInSeconds}, five minutes unless it is set otherwise.
 */
public final class ServerSnapshot implements StoreSnapshot {

    private static final int A_BATCH = 1000;

    private final MongoDatabase database;
    private final ClientSession session;
    private final Set<String> collections;

    private ServerSnapshot(MongoDatabase database, ClientSession session, Set<String> collections) {
        this.database = database;
        this.session = session;
        this.collections = collections;
    }

    /** The moment is that of the first read, which is done here. */
    public static ServerSnapshot of(MongoClient client, MongoDatabase database) {
        Set<String> names = new TreeSet<>();
        database.listCollectionNames().forEach(names::add);
        names.removeIf(name -> name.startsWith("system."));
        try {
            ClientSession session = client.startSession(
                    ClientSessionOptions.builder().snapshot(true).build());
            ServerSnapshot snapshot = new ServerSnapshot(database, session, names);
            if (!names.isEmpty()) {
                snapshot.begin(names.iterator().next());
            }
            return snapshot;
        } catch (MongoException e) {
            throw new SnapshotUnavailable(
                    "The server gives no reads of one moment; it takes a replica set of MongoDB 5.0 or later: "
                            + e.getMessage(),
                    e);
        }
    }

    private void begin(String any) {
        database.getCollection(any, BsonDocument.class).find(session).limit(1).first();
    }

    @Override
    public String kind() {
        return "mongodb";
    }

    @Override
    public Set<String> collections() {
        return collections;
    }

    @Override
    public List<RawBsonDocument> indexes(String collection) {
        List<RawBsonDocument> indexes = new ArrayList<>();
        for (BsonDocument index : database.getCollection(collection).listIndexes(BsonDocument.class)) {
            if (!index.getString("name").getValue().equals("_id_")) {
                index.remove("v");
                index.remove("ns");
                indexes.add(new RawBsonDocument(index, new BsonDocumentCodec()));
            }
        }
        return indexes;
    }

    @Override
    public void read(String collection, DocumentReader reader) {
        try (MongoCursor<RawBsonDocument> documents = database.getCollection(collection, RawBsonDocument.class)
                .find(session)
                .batchSize(A_BATCH)
                .iterator()) {
            documents.forEachRemaining(reader::document);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
