package org.passerelle.account.deputy;

import java.time.Instant;
import java.util.Optional;

/**
 * When, and how far, somebody stands in.
 *
 * @param from the first moment; empty for at once
 * @param until the first moment at which they no longer do; empty for until further notice
 * @param includesPrivate whether they look after private bookings too; never those of an organisation
 */
public record DeputyTerms(Optional<Instant> from, Optional<Instant> until, boolean includesPrivate) {

    /** At once, until further notice, private bookings excepted. */
    public static final DeputyTerms OPEN = new DeputyTerms(Optional.empty(), Optional.empty(), false);

    /** Whether there is a moment at which they hold. */
    public boolean areSound() {
        return from.isEmpty() || until.isEmpty() || from.get().isBefore(until.get());
    }

    public boolean holdAt(Instant now) {
        return from.filter(now::isBefore).isEmpty() && !areOver(now);
    }

    public boolean areOver(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }
}
