package org.passerelle.account.deputy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of deputies, for good. */
public interface DeputyRecord {

    /** Notes it unless it is noted; whether it was not. */
    boolean add(DeputyChange change);

    Optional<DeputyChange> find(String id);

    /** All that happened at {@code since} or later, the newest first. */
    List<DeputyChange> since(Instant since);
}
