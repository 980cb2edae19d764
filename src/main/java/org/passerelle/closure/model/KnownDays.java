package org.passerelle.closure.model;

import java.time.LocalDate;
import java.util.Set;

/**
 * The days on which a site was known to be closed.
 *
 * @param version rises each time that others are known
 */
public record KnownDays(long version, Set<LocalDate> days) {

    public KnownDays {
        days = Set.copyOf(days);
    }
}
