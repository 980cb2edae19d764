package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection of documents that stand in the log. A change is checked against every index, then written to the log, and
 * then done in memory: if the log does not take it, nothing has happened.
 */
final class StoredCollection extends AbstractSynchronizedMongoCollection<Row> {

    private static final String ID = "_id";
    private static final int ILLEGAL_OPERATION = 20;

    private final StoredDocuments documents;
    private final CursorRegistry cursors;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            StoredDocuments documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.cursors = cursors;
    }

    /** The row of a document with this id; null if there is none. */
    @Nullable Row rowOf(Document document) {
        return documents.rows().find(Missing.ofNullable(document.get(ID)));
    }

    @Override
    public synchronized void addDocument(Document document) {
        if (document.get(ID) instanceof Iterable<?>) {
            throw new BadValueException("can't use an array for _id");
        }
        if (!document.containsKey(ID) && !getCollectionName().startsWith("system.")) {
            document.put(ID, new ObjectId());
        }
        for (Index<Row> index : getIndexes()) {
            index.checkAdd(document, this);
        }
        Row row = documents.add(key(document), document);
        for (Index<Row> index : getIndexes()) {
            index.add(document, row, this);
        }
    }

    /** Collections of the backend's own have no ids. */
    private Object key(Document document) {
        String field = getIdField();
        return field == null ? UUID.randomUUID() : Missing.ofNullable(document.get(field));
    }

    @Override
    protected Row addDocumentInternal(Document document) {
        return documents.add(key(document), document);
    }

    @Override
    protected void handleUpdate(Row row, Document before, Document after) {
        documents.replace(row, after);
        for (Index<Row> index : getIndexes()) {
            if (index instanceof StoredIndex stored) {
                stored.replace(before, after, row, this);
            }
        }
    }

    @Override
    public synchronized void removeDocument(Document document) {
        Row row = getIdField() == null ? findDocumentPosition(document) : documents.rows().find(key(document));
        if (row == null) {
            return;
        }
        documents.remove(row);
        for (Index<Row> index : getIndexes()) {
            index.remove(document);
        }
    }

    @Override
    protected void removeDocument(Row row) {
        documents.remove(row);
    }

    @Override
    public void drop() {
        super.drop();
        documents.drop();
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        throw new MongoServerError(ILLEGAL_OPERATION, "IllegalOperation", "Collections are not renamed here");
    }

    @Override
    public void addIndex(Index<Row> index) {
        boolean known = getIndexes().stream().anyMatch(each -> each.getName().equals(index.getName()));
        if (!known && index instanceof StoredIndex stored) {
            IndexBuild.fill(stored, this, documents);
        }
        super.addIndex(index);
    }

    @Override
    protected @Nullable Document getDocument(Row row) {
        return documents.read(row);
    }

    @Override
    public int count() {
        return documents.rows().count();
    }

    @Override
    public boolean isEmpty() {
        return count() == 0;
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {}

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    protected Stream<DocumentWithPosition<Row>> streamAllDocumentsWithPosition() {
        return documents.rows().all().stream()
                .map(row -> {
                    Document document = documents.read(row);
                    return document == null ? null : new DocumentWithPosition<>(document, row);
                })
                .filter(Objects::nonNull);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        if ((orderBy == null || orderBy.isEmpty()) && numberToSkip == 0 && limit == 0 && batchSize > 0) {
            return scanned(query, batchSize, fieldSelector);
        }
        Wanted wanted = new Wanted(query, fieldSelector);
        Stream<Document> matching = documents.rows().all().stream()
                .map(row -> wanted.read(documents, row))
                .filter(Objects::nonNull);
        return matchDocumentsFromStream(matching, query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    private QueryResult scanned(Document query, int batchSize, @Nullable Document fieldSelector) {
        Wanted wanted = new Wanted(query, fieldSelector);
        Scan scan = new Scan(
                cursors.generateCursorId(),
                documents.rows(),
                row -> wanted.read(documents, row),
                batch -> projected(batch, fieldSelector));
        List<Document> first = scan.takeDocuments(batchSize);
        if (scan.isEmpty()) {
            return new QueryResult(first);
        }
        cursors.add(scan);
        return new QueryResult(first, scan);
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

        @Nullable Document read(StoredDocuments from, Row row) {
            return answered != null
                    ? from.read(row, answered)
                    : from.readIf(row, lookedAt, document -> documentMatchesQuery(document, query));
        }
    }

    private List<Document> projected(List<Document> batch, @Nullable Document fieldSelector) {
        return matchDocumentsFromStream(new Document(), batch.stream(), 0, 0, 0, null, fieldSelector)
                .collectDocuments();
    }

    /** The documents that an index has found, each once: it finds one by every claim that is asked for. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            Iterable<Row> rows,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Set<Row> once = new LinkedHashSet<>();
        rows.forEach(once::add);
        Document unproven = asksForWholeNumbers(query) ? new Document() : query;
        return super.matchDocuments(unproven, once, orderBy, numberToSkip, limit, batchSize, fieldSelector);
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
}
