package org.passerelle.booking.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.passerelle.booking.model.Holding;

/** What all stored bookings hold of rooms, for those who answer from memory: they follow it, then begin with all of it. */
public interface Occupancy {

    /**
     * Tells {@code follower} of every write from now on: those of this node before the call that writes returns, on its
     * thread; those of others when they are heard of. The same document may be told of twice, an older version after a
     * newer one, by several threads at once.
     */
    void follow(Follower follower);

    /** What every document holds, in no order, from memory if this process alone writes and otherwise as {@link #readAll}. */
    void recallAll(Consumer<Holding> each);

    /** Reads what every document holds from the database, in no order. One that changes meanwhile may come twice. */
    void readAll(Consumer<Holding> each);

    /** Reads the documents of {@code roots} from the database; what is not stored is missing from the answer. */
    List<Holding> read(Collection<String> roots);

    /**
     * How long ago this node last knew all that others had written by then; a second or so while it hears of it, and zero where
     * no other node writes.
     */
    default Duration lag() {
        return Duration.ZERO;
    }

    /** Whoever keeps in mind what is held; of each document the newest version it was told of. */
    interface Follower {

        /** A document was written, by this node or another. */
        void wrote(Holding holding);

        /** A document was written by this node, which knows what was in it before. What is not noted here in no time is left to a thread of one's own. */
        default void wrote(Holding holding, BookingWrite write) {
            wrote(holding);
        }

        /** Whether {@code version} of the document, or a newer one, is known. */
        boolean knows(String root, long version);
    }
}
