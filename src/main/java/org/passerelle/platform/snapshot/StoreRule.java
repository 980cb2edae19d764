package org.passerelle.platform.snapshot;

import com.mongodb.client.MongoDatabase;
import java.util.List;

/**
 * Finds out whether what a module has stored is as it must be. Named in {@code META-INF/spring.factories}, for it is also asked while
 * the program does not run, and about copies.
 */
public interface StoreRule {

    /** What it looks at, in English, such as {@code bookings}. */
    String name();

    void examine(StoreSnapshot store, StoreFindings findings);

    /**
     * Mends what was found of derived data, and nothing else, while the program does not run. What was booked, and what people wrote, is
     * never touched.
     *
     * @return a line for each thing that was done
     */
    default List<String> repair(MongoDatabase database) {
        return List.of();
    }
}
