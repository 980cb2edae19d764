package org.passerelle.platform.mongo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.passerelle.platform.mongo.log.DocumentLog;
import org.passerelle.platform.mongo.log.LogSnapshot;
import org.passerelle.platform.snapshot.StoreSnapshot;

/** The embedded store at one moment of its log: the images as they were written, byte for byte. */
final class EmbeddedSnapshot implements StoreSnapshot {

    private static final String PREFIX = EmbeddedMongo.DATABASE + ".";
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();
    private static final String SYSTEM = "system.";
    private static final String INDEXES = PREFIX + SYSTEM + "indexes";

    private final LogSnapshot<StoredRow> log;
    private final Set<String> collections = new TreeSet<>();

    EmbeddedSnapshot(DocumentLog log, StoredRows rows) {
        this.log = log.snapshot(() -> all(rows));
    }

    private Map<String, Collection<StoredRow>> all(StoredRows rows) {
        Map<String, Collection<StoredRow>> all = new HashMap<>();
        for (String name : rows.collections()) {
            if (name.startsWith(PREFIX)) {
                all.put(name, rows.of(name).all());
                if (!name.startsWith(SYSTEM, PREFIX.length())) {
                    collections.add(name.substring(PREFIX.length()));
                }
            }
        }
        return all;
    }

    @Override
    public String kind() {
        return "embedded";
    }

    @Override
    public Set<String> collections() {
        return collections;
    }

    @Override
    public List<RawBsonDocument> indexes(String collection) {
        List<RawBsonDocument> indexes = new ArrayList<>();
        log.read(INDEXES, (row, image) -> {
            BsonDocument index = image == null ? new BsonDocument() : new RawBsonDocument(image).decode(CODEC);
            boolean isOfIt =
                    index.containsKey("ns") && index.getString("ns").getValue().equals(PREFIX + collection);
            if (isOfIt && !index.getString("name").getValue().equals("_id_")) {
                index.remove("v");
                index.remove("ns");
                indexes.add(new RawBsonDocument(index, CODEC));
            }
        });
        return indexes;
    }

    @Override
    public void read(String collection, DocumentReader reader) {
        log.read(PREFIX + collection, (row, image) -> {
            if (image == null) {
                reader.unreadable(String.valueOf(row.id()), "its bytes are not what was written");
            } else if (!isWhole(image)) {
                reader.unreadable(String.valueOf(row.id()), "it is no document");
            } else {
                reader.document(new RawBsonDocument(image));
            }
        });
    }

    private static boolean isWhole(byte[] image) {
        return image.length > Integer.BYTES
                && ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt() == image.length;
    }

    @Override
    public void close() {
        log.close();
    }
}
