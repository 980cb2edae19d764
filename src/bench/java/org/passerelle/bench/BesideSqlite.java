package org.passerelle.bench;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.bson.ByteBuf;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/**
 * What the disk and SQLite take of the very documents that the program stores, from one writer. Only the writing is timed:
 * each document is made and encoded before.
 */
final class BesideSqlite implements AutoCloseable {

    private static final DocumentCodec CODEC = new DocumentCodec();

    private final SqliteStore sqlite;
    private final PlainLog log;
    private final EndlessDocuments documents;

    /** A document as bytes, and what it claims. */
    private record Row(ByteBuffer document, List<Long> claims) {}

    BesideSqlite(SqliteStore sqlite, PlainLog log, EndlessDocuments documents) {
        this.sqlite = sqlite;
        this.log = log;
        this.documents = documents;
    }

    /** Transactions of SQLite, one for each booking. */
    Latencies transactions(Duration length) {
        return Load.byOneWriter(
                length, this::next, row -> sqlite.insert(row.document().array(), row.claims()));
    }

    /** The same bytes at the end of a file, and the disk asked to keep them. */
    Latencies appends(Duration length) {
        return Load.byOneWriter(length, this::next, row -> log.append(row.document()));
    }

    private Row next() {
        Document document = documents.next();
        return new Row(ByteBuffer.wrap(bytes(document)), EndlessDocuments.claims(document));
    }

    private static byte[] bytes(Document document) {
        ByteBuf encoded = new RawBsonDocument(document, CODEC).getByteBuffer();
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    String version() {
        return sqlite.version();
    }

    @Override
    public void close() {
        sqlite.close();
        log.close();
    }
}
