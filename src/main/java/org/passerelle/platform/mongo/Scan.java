package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A way through a whole collection, a batch at a time. The backend would copy all that matches before it answers the first
 * batch, and keep it until the last; this keeps one key. Documents are as they stand when their batch is read, each at most
 * once: those written meanwhile may be met or not, as MongoDB has it.
 */
final class Scan extends AbstractCursor {

    private final MVMap<Object, Document> documents;
    private final Predicate<Document> wanted;
    private final UnaryOperator<List<Document>> answer;

    /** The first that is not answered yet; null at the end. */
    private @Nullable Object next;

    /** @param answer what is told of a batch of those that are {@code wanted} */
    Scan(long id, MVMap<Object, Document> documents, Predicate<Document> wanted, UnaryOperator<List<Document>> answer) {
        super(id);
        this.documents = documents;
        this.wanted = wanted;
        this.answer = answer;
        this.next = documents.firstKey();
    }

    @Override
    public synchronized boolean isEmpty() {
        return next == null;
    }

    @Override
    public synchronized List<Document> takeDocuments(int most) {
        List<Document> batch = new ArrayList<>();
        if (next == null) {
            return batch;
        }
        Cursor<Object, Document> cursor = documents.cursor(next);
        next = null;
        while (cursor.hasNext()) {
            Object key = cursor.next();
            if (wanted.test(cursor.getValue())) {
                if (batch.size() == most) {
                    next = key;
                    break;
                }
                batch.add(cursor.getValue());
            }
        }
        return answer.apply(batch);
    }
}
