package org.passerelle.booking.store;

import java.util.function.Consumer;
import org.bson.Document;

/**
 * Rewrites the documents of the bookings as they are stored, for erasing what they say of people. That changes no booking: nobody
 * is told of it, and the change log has no entry of it.
 */
public interface BookingRewrites {

    /** Gives {@code each} every document as it is stored, without its claims, one by one. */
    void forEach(Consumer<Document> each);

    /**
     * Puts {@code rewritten} in the place of {@code stored}, if that is still what is stored. Both hold the same bookings with the
     * same dates, rooms and states.
     *
     * @return whether it was
     */
    boolean rewrite(Document stored, Document rewritten);

    /** Writes anew what is kept beside the documents for the next start, so that nothing of what they said before is left there. */
    void keepAnew();
}
