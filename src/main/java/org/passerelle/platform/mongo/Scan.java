package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A way through a whole collection or index, a batch at a time. The backend would copy all that matches before it answers the
 * first batch, and keep it until the last; this keeps one key. Documents are as they stand when their batch is read, each at
 * most once: those written meanwhile may be met or not, as MongoDB has it.
 */
final class Scan<K, V> extends AbstractCursor {

    private final MVMap<K, V> rows;
    private final Object writers;
    private final BiFunction<K, V, @Nullable Document> wanted;
    private final UnaryOperator<List<Document>> answer;

    /** The first that is not answered yet; null at the end. */
    private @Nullable K next;

    /**
     * @param writers whose monitor is held by whoever changes {@code rows}, from the first of its changes to the last
     * @param wanted the document that a row stands for; null if it is not asked for
     * @param answer what is told of a batch of those that are wanted
     */
    Scan(
            long id,
            MVMap<K, V> rows,
            Object writers,
            BiFunction<K, V, @Nullable Document> wanted,
            UnaryOperator<List<Document>> answer) {
        super(id);
        this.rows = rows;
        this.writers = writers;
        this.wanted = wanted;
        this.answer = answer;
        this.next = rows.firstKey();
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
        Cursor<K, V> cursor = asOfNow(next);
        next = null;
        while (cursor.hasNext()) {
            K key = cursor.next();
            Document document = wanted.apply(key, cursor.getValue());
            if (document != null) {
                if (batch.size() == most) {
                    next = key;
                    break;
                }
                batch.add(document);
            }
        }
        return answer.apply(batch);
    }

    /** Sees no later change, and all of a change or nothing of it. */
    private Cursor<K, V> asOfNow(K from) {
        synchronized (writers) {
            return rows.cursor(from);
        }
    }
}
