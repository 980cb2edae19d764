package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** How a collection answers queries. Readers hold up neither writers nor each other; each document is whole, and a copy. */
abstract class QueriedCollection extends AbstractMongoCollection<StoredRow> {

    private final StoredDocuments documents;
    private final CursorRegistry cursors;

    /** For readers, who may come while one is added. */
    private volatile List<Index<StoredRow>> indexes = List.of();

    QueriedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            StoredDocuments documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.cursors = cursors;
    }

    StoredDocuments documents() {
        return documents;
    }

    List<Index<StoredRow>> indexes() {
        return indexes;
    }

    @Override
    public void addIndex(Index<StoredRow> index) {
        super.addIndex(index);
        indexes = List.copyOf(getIndexes());
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        indexes = List.copyOf(getIndexes());
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        for (Index<StoredRow> index : indexes) {
            if (index.canHandle(query)) {
                return matchDocuments(
                        query, index.getPositions(query), orderBy, numberToSkip, limit, batchSize, fieldSelector);
            }
        }
        return matchDocuments(query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    /** The documents that an index has found, each once: it finds one by every claim that is asked for. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            Iterable<StoredRow> rows,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Set<StoredRow> once = new LinkedHashSet<>();
        rows.forEach(once::add);
        Document unproven = asksForWholeNumbers(query) ? new Document() : query;
        return matched(once, unproven, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    /**
     * Whether a query asks for one field with any of some whole numbers, to which an index gives the exact answer. The
     * backend would compare each document with every number again.
     */
    private static boolean asksForWholeNumbers(Document query) {
        return query.size() == 1
                && query.values().iterator().next() instanceof Document expression
                && expression.size() == 1
                && WholeNumbers.all(expression.get("$in")) != null;
    }

    /** Of all documents. A way through them that may stop and go on is a {@link Scan}. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        boolean unordered = orderBy == null || orderBy.isEmpty();
        if (unordered && numberToSkip == 0 && limit == 0 && batchSize > 0) {
            return scanned(query, batchSize, fieldSelector);
        }
        return matched(documents.rows().all(), query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    private QueryResult matched(
            Iterable<StoredRow> rows,
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Wanted wanted = new Wanted(query, null);
        Stream<Document> matching = StreamSupport.stream(rows.spliterator(), false)
                .map(wanted::read)
                .filter(Objects::nonNull);
        // Each of them has been found to match.
        return matchDocumentsFromStream(
                matching, new Document(), orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    private QueryResult scanned(Document query, int batchSize, @Nullable Document fieldSelector) {
        Scan scan = new Scan(
                cursors.generateCursorId(),
                documents.rows(),
                new Wanted(query, fieldSelector)::read,
                batch -> projected(batch, fieldSelector));
        List<Document> first = scan.takeDocuments(batchSize);
        if (scan.isEmpty()) {
            return new QueryResult(first);
        }
        cursors.add(scan);
        return new QueryResult(first, scan);
    }

    private List<Document> projected(List<Document> batch, @Nullable Document fieldSelector) {
        return matchDocumentsFromStream(new Document(), batch.stream(), 0, 0, 0, null, fieldSelector)
                .collectDocuments();
    }

    /** What a query asks of each document, decided on no more of it than is needed. */
    private final class Wanted {

        private final Document query;
        private final @Nullable Set<String> lookedAt;
        private final @Nullable Set<String> answered;

        Wanted(Document query, @Nullable Document fieldSelector) {
            this.query = query;
            this.lookedAt = BsonFields.of(query);
            this.answered = query.isEmpty() && fieldSelector != null ? BsonFields.included(fieldSelector) : null;
        }

        @Nullable
        Document read(StoredRow row) {
            return query.isEmpty()
                    ? documents.read(row, answered)
                    : documents.readIf(row, lookedAt, document -> documentMatchesQuery(document, query));
        }
    }

    @Override
    protected @Nullable Document getDocument(StoredRow row) {
        return documents.read(row);
    }

    @Override
    protected Stream<DocumentWithPosition<StoredRow>> streamAllDocumentsWithPosition() {
        return documents.rows().all().stream()
                .map(row -> {
                    Document document = documents.read(row);
                    return document == null ? null : new DocumentWithPosition<>(document, row);
                })
                .filter(Objects::nonNull);
    }

    @Override
    public int count() {
        return documents.rows().count();
    }

    @Override
    public boolean isEmpty() {
        return count() == 0;
    }
}
