package org.passerelle.platform.snapshot;

import java.util.HashMap;
import java.util.Map;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.passerelle.platform.snapshot.StoreSnapshot.DocumentReader;

/** Every document of every collection can be read, and none is there twice. */
final class ReadableDocuments implements StoreRule {

    private static final DocumentCodec CODEC = new DocumentCodec();

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public void examine(StoreSnapshot store, StoreFindings findings) {
        for (String collection : store.collections()) {
            Map<Object, Integer> ids = new HashMap<>();
            store.read(collection, new DocumentReader() {
                @Override
                public void document(RawBsonDocument raw) {
                    try {
                        Document document = raw.decode(CODEC);
                        ids.merge(document.containsKey("_id") ? document.get("_id") : "none", 1, Integer::sum);
                    } catch (BSONException | IllegalArgumentException e) {
                        findings.wrong("a document of %s cannot be read: %s", collection, e.getMessage());
                    }
                }

                @Override
                public void unreadable(String id, String reason) {
                    findings.wrong("the document %s of %s cannot be read: %s", id, collection, reason);
                }
            });
            ids.values().removeIf(count -> count < 2);
            ids.forEach((id, count) -> findings.wrong("%d documents of %s have the same id %s", count, collection, id));
        }
    }
}
