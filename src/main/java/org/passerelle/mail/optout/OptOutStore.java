package org.passerelle.mail.optout;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Where it is kept which addresses want no mail, by the names that {@link OptOutLinks} gives them. */
interface OptOutStore {

    /** Those of {@code names} that are kept. */
    Set<String> among(Collection<String> names);

    /** Keeps {@code name}, since its first time. */
    void add(String name, Instant since);

    void remove(String name);
}
