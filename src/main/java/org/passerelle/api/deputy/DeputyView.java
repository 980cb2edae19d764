package org.passerelle.api.deputy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.deputy.Deputyship;

/**
 * A deputy as told to whoever named them.
 *
 * @param inForce whether they stand in at this moment
 */
@Schema(name = "Deputy")
record DeputyView(
        String email,
        String name,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean includesPrivate,
        boolean inForce,
        String namedBy,
        Instant namedAt) {

    static DeputyView of(Deputyship deputyship, Accounts accounts) {
        Contact deputy = accounts.contact(deputyship.deputy());
        return new DeputyView(
                deputy.email().value(),
                deputy.name(),
                deputyship.terms().from().orElse(null),
                deputyship.terms().until().orElse(null),
                deputyship.terms().includesPrivate(),
                accounts.person(deputyship.deputy())
                        .filter(deputyship::isInForceFor)
                        .isPresent(),
                accounts.contact(deputyship.namedBy()).email().value(),
                deputyship.namedAt());
    }
}
