package org.passerelle.platform.snapshot;

import java.util.function.Consumer;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.passerelle.platform.snapshot.StoreSnapshot.DocumentReader;

/** Hands on the documents that can be read; {@link ReadableDocuments} tells of the others. */
public record WholeDocuments(Consumer<Document> each) implements DocumentReader {

    private static final DocumentCodec CODEC = new DocumentCodec();

    @Override
    public void document(RawBsonDocument raw) {
        Document document;
        try {
            document = raw.decode(CODEC);
        } catch (BSONException | IllegalArgumentException e) {
            return;
        }
        each.accept(document);
    }

    @Override
    public void unreadable(String id, String reason) {
        // Told of by the rule that reads all documents.
    }
}
