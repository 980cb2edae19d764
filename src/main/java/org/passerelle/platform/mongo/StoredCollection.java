package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose stored documents never change in place. The backend edits the very object that the store holds,
 * while a reader's reply or a commit may be writing it out; here it edits a copy, which then replaces the original.
 */
final class StoredCollection extends H2Collection {

    private final MVMap<Object, Document> documents;
    private final CursorRegistry cursors;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
        this.documents = documents;
        this.cursors = cursors;
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        Document document = documents.get(position);
        return document == null ? null : document.cloneDeeply();
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(entry.getValue().cloneDeeply(), entry.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        if (isNaturalDescending(orderBy)) {
            return super.matchDocuments(query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
        }
        if ((orderBy == null || orderBy.isEmpty()) && numberToSkip == 0 && limit == 0 && batchSize > 0) {
            StoredIndex covering = query.isEmpty() && fieldSelector != null ? covering(fieldSelector) : null;
            return covering == null
                    ? scanned(query, batchSize, fieldSelector)
                    : answered(covering.scan(cursors.generateCursorId(), this), batchSize);
        }
        Stream<Document> matching = documents.values().stream()
                .filter(document -> documentMatchesQuery(document, query))
                .map(Document::cloneDeeply);
        return matchDocumentsFromStream(matching, query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    /** For reading alone: unlike an update, a reply leaves the stored documents as they are. */
    private QueryResult scanned(Document query, int batchSize, @Nullable Document fieldSelector) {
        Scan<Object, Document> scan = new Scan<>(
                cursors.generateCursorId(),
                documents,
                this,
                (id, document) -> documentMatchesQuery(document, query) ? document : null,
                batch -> projected(batch, fieldSelector));
        return answered(scan, batchSize);
    }

    /** The index that holds all that is asked for of every document, which thus need not be read; null if there is none. */
    private @Nullable StoredIndex covering(Document fieldSelector) {
        return getIndexes().stream()
                .filter(StoredIndex.class::isInstance)
                .map(StoredIndex.class::cast)
                .filter(index -> index.covers(fieldSelector, documents.sizeAsLong()))
                .findFirst()
                .orElse(null);
    }

    private QueryResult answered(Scan<?, ?> scan, int batchSize) {
        List<Document> first = scan.takeDocuments(batchSize);
        if (scan.isEmpty()) {
            return new QueryResult(first);
        }
        cursors.add(scan);
        return new QueryResult(first, scan);
    }

    private List<Document> projected(List<Document> batch, @Nullable Document fieldSelector) {
        if (fieldSelector != null && leavesOutWholeFields(fieldSelector)) {
            return batch.stream()
                    .map(document -> without(fieldSelector.keySet(), document))
                    .toList();
        }
        return matchDocumentsFromStream(new Document(), batch.stream(), 0, 0, 0, null, fieldSelector)
                .collectDocuments();
    }

    /** Then nothing has to be copied deeply. */
    private static boolean leavesOutWholeFields(Document fieldSelector) {
        return fieldSelector.entrySet().stream()
                .allMatch(field ->
                        !field.getKey().contains(".") && Integer.valueOf(0).equals(field.getValue()));
    }

    private static Document without(Set<String> fields, Document document) {
        Document rest = new Document();
        document.forEach((field, value) -> {
            if (!fields.contains(field)) {
                rest.put(field, value);
            }
        });
        return rest;
    }

    /** The documents that an index has found, each once: it finds one by every claim that is asked for. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            Iterable<Object> positions,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Set<Object> once = new LinkedHashSet<>();
        positions.forEach(once::add);
        Document unproven = asksForWholeNumbers(query) ? new Document() : query;
        return super.matchDocuments(unproven, once, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    /**
     * Whether a query asks for one field with any of some whole numbers, to which an index gives the exact answer. The
     * backend would compare each document with every number again, and a room's month is nine thousand of them.
     */
    private static boolean asksForWholeNumbers(Document query) {
        if (query.size() != 1 || !(query.values().iterator().next() instanceof Document expression)) {
            return false;
        }
        return expression.size() == 1
                && expression.get("$in") instanceof Collection<?> numbers
                && numbers.stream().allMatch(number -> number instanceof Long);
    }
}
