package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A way through a whole collection, a batch at a time. The backend would read all that matches before it answers the first
 * batch, and keep it until the last; this keeps one row. Documents are as they stand when their batch is read, each at most
 * once: those written meanwhile may be met or not, as MongoDB has it.
 */
final class Scan extends AbstractCursor {

    private final Rows rows;
    private final Function<StoredRow, @Nullable Document> wanted;
    private final UnaryOperator<List<Document>> answer;

    /** The first that is not answered yet; null at the end. */
    private @Nullable StoredRow next;

    /**
     * @param wanted the document of a row; null if it is not asked for
     * @param answer what is told of a batch of those that are wanted
     */
    Scan(long id, Rows rows, Function<StoredRow, @Nullable Document> wanted, UnaryOperator<List<Document>> answer) {
        super(id);
        this.rows = rows;
        this.wanted = wanted;
        this.answer = answer;
        Iterator<StoredRow> all = rows.all().iterator();
        this.next = all.hasNext() ? all.next() : null;
    }

    @Override
    public synchronized boolean isEmpty() {
        return next == null;
    }

    @Override
    public synchronized List<Document> takeDocuments(int most) {
        List<Document> batch = new ArrayList<>();
        StoredRow first = next;
        next = null;
        if (first == null) {
            return batch;
        }
        for (StoredRow row : rows.from(first)) {
            Document document = wanted.apply(row);
            if (document != null) {
                if (batch.size() == most) {
                    next = row;
                    break;
                }
                batch.add(document);
            }
        }
        return answer.apply(batch);
    }
}
