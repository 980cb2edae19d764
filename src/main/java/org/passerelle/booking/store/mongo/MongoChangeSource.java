package org.passerelle.booking.store.mongo;

import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** MongoDB's change streams, cut down to which document has come to which version. */
final class MongoChangeSource implements ChangeSource {

    /** "Only supported on replica sets", "unrecognized stage", "no such command", "command not supported". */
    private static final Set<Integer> NOT_OFFERED = Set.of(40573, 40324, 59, 115);

    private static final int MOST_AT_ONCE = 1_000;

    /** Events carry whole documents otherwise. */
    private static final Bson FIELDS = project(
            include("operationType", "documentKey", "fullDocument.version", "updateDescription.updatedFields.version"));

    private final MongoCollection<Document> collection;

    MongoChangeSource(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public StoreChanges open() {
        try {
            return new Cursor(collection
                    .watch(List.of(FIELDS))
                    .maxAwaitTime(1, TimeUnit.SECONDS)
                    .withDocumentClass(Document.class)
                    .cursor());
        } catch (MongoCommandException e) {
            if (NOT_OFFERED.contains(e.getErrorCode())) {
                throw new NotOffered(e);
            }
            throw e;
        }
    }

    private record Cursor(MongoCursor<Document> cursor) implements StoreChanges {

        @Override
        public Map<String, Long> next() {
            Map<String, Long> versions = new HashMap<>();
            Document event = cursor.tryNext();
            while (event != null) {
                add(event, versions);
                event = cursor.available() > 0 && versions.size() < MOST_AT_ONCE ? cursor.tryNext() : null;
            }
            return versions;
        }

        private static void add(Document event, Map<String, Long> versions) {
            String root = event.getEmbedded(List.of("documentKey", "_id"), String.class);
            if (root != null && !"delete".equals(event.getString("operationType"))) {
                versions.put(root, version(event));
            }
        }

        /** What was written without a version was not written by this program, and is worth a look in any case. */
        private static long version(Document event) {
            return Stream.of(
                            List.of("fullDocument", "version"),
                            List.of("updateDescription", "updatedFields", "version"))
                    .map(path -> Optional.ofNullable(event.getEmbedded(path, Long.class)))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
