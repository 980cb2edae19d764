package org.passerelle.account.deputy.mongo;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.passerelle.account.deputy.DeputyTerms;
import org.passerelle.account.deputy.Deputyship;
import org.passerelle.account.deputy.Principal;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A deputyship as stored, once for each two. It names accounts by their ids alone.
 *
 * @param slot see {@link org.passerelle.platform.OwnerSlots}
 * @param closely whether private bookings are looked after too
 */
@Document(DeputyshipDocument.COLLECTION)
record DeputyshipDocument(
        @Id String id,
        String principal,
        int slot,
        String deputy,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean closely,
        String namedBy,
        Instant namedAt) {

    static final String COLLECTION = "deputies";

    static DeputyshipDocument of(Deputyship deputyship, int slot) {
        DeputyTerms terms = deputyship.terms();
        return new DeputyshipDocument(
                id(deputyship.principal(), deputyship.deputy()),
                deputyship.principal().text(),
                slot,
                deputyship.deputy().text(),
                terms.from().orElse(null),
                terms.until().orElse(null),
                terms.includesPrivate(),
                deputyship.namedBy().text(),
                deputyship.namedAt());
    }

    static String id(Principal principal, AccountId deputy) {
        return principal.text() + " by " + deputy.text();
    }

    Optional<Deputyship> toDeputyship() {
        return Principal.read(principal)
                .map(whom -> new Deputyship(
                        whom,
                        new AccountId(deputy),
                        new DeputyTerms(Optional.ofNullable(from), Optional.ofNullable(until), closely),
                        new AccountId(namedBy),
                        namedAt));
    }
}
