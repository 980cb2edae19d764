package org.passerelle.platform;

import com.mongodb.client.MongoDatabase;

/**
 * One step of the database from an older form to a newer one: indexes and changes to documents. A bean of the module
 * whose documents it concerns, named after its number, such as {@code M003_BookingsByUid}.
 *
 * <p>All run at start, in the order of their numbers, before any {@code MongoTemplate} or {@code MongoDatabase} is
 * handed out. Two nodes that start at once may both run one, and a crash may leave one half done, so it must be
 * harmless to repeat. Give each index a name, and say in a comment which query it serves.
 */
public interface Migration {

    /**
     * Its place in the order, unique over all modules, never changed once released, and never taken away: by a number that it does
     * not know an older version tells that the data is too new for it. One or more.
     */
    int number();

    /** What it does, in a few words, for whoever reads the collection {@code migrations}. */
    String description();

    void apply(MongoDatabase database);
}
