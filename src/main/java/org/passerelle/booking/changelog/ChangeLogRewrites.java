package org.passerelle.booking.changelog;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bson.Document;

/**
 * Cuts texts out of entries of the change log. What happened, when, and in which order stays; so does the id of whoever did it,
 * which names nobody once their account is erased.
 */
public interface ChangeLogRewrites {

    /** Gives {@code each} every entry as it is stored, in order. */
    void forEach(Consumer<Document> each);

    /**
     * @param each what becomes of an entry; the very same if it stays as it is
     * @return how many entries have changed
     */
    long rewrite(UnaryOperator<Document> each);
}
