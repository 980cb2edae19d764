package org.passerelle.account.deputy;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.AccountId;
import org.passerelle.account.PersonId;
import org.passerelle.platform.digest.Digests;

/**
 * That somebody became a deputy, got other terms, or ceased to be one. Names accounts by their ids alone.
 *
 * @param id the same however often it is noted
 * @param at when, in milliseconds
 * @param by who did it; empty if their time was over, or an account had ended
 */
public record DeputyChange(
        String id,
        Instant at,
        DeputyChangeKind kind,
        Principal principal,
        AccountId deputy,
        DeputyTerms terms,
        Optional<AccountId> by) {

    /** What it was. */
    public enum DeputyChangeKind {
        /** They stand in from now on, or from when the terms say; or otherwise than before. */
        NAMED,
        ENDED
    }

    static DeputyChange named(Deputyship deputyship) {
        return of(deputyship, DeputyChangeKind.NAMED, deputyship.namedAt(), Optional.of(deputyship.namedBy()));
    }

    static DeputyChange ended(Deputyship deputyship, Instant at, Optional<AccountId> by) {
        return of(deputyship, DeputyChangeKind.ENDED, at, by);
    }

    private static DeputyChange of(Deputyship deputyship, DeputyChangeKind kind, Instant at, Optional<AccountId> by) {
        return new DeputyChange(
                id(deputyship, kind), at, kind, deputyship.principal(), deputyship.deputy(), deputyship.terms(), by);
    }

    /** Of each naming there is one, and one end of it at most. */
    private static String id(Deputyship deputyship, DeputyChangeKind kind) {
        return Digests.shortHex("%s\n%s\n%s\n%d"
                .formatted(
                        kind,
                        deputyship.principal().text(),
                        deputyship.deputy().text(),
                        deputyship.namedAt().toEpochMilli()));
    }

    /** Whether {@code person} is told of it: whoever it is about, and who did it. */
    public boolean concerns(PersonId person) {
        return deputy.equals(person)
                || by.filter(person::equals).isPresent()
                || principal instanceof Principal.PersonPrincipal own
                        && own.id().equals(person);
    }
}
