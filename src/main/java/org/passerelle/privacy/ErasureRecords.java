package org.passerelle.privacy;

import java.util.List;
import java.util.Optional;

/** Which people are and were erased. */
public interface ErasureRecords {

    /** Adds it, or puts it in the place of what has its id. */
    void put(Erasure erasure);

    Optional<Erasure> find(String id);

    /** All of them, the newest first. */
    List<Erasure> all();

    /** Those that are not done, the oldest first. */
    List<Erasure> unfinished();
}
