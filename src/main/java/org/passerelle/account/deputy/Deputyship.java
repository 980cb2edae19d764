package org.passerelle.account.deputy;

import java.time.Instant;
import org.passerelle.account.AccountId;
import org.passerelle.account.DeputyRights;
import org.passerelle.account.Person;

/**
 * That somebody stands in for somebody.
 *
 * @param namedBy whose word it is, and {@code namedAt} since when it stands
 */
public record Deputyship(Principal principal, AccountId deputy, DeputyTerms terms, AccountId namedBy, Instant namedAt) {

    boolean isOfTheSameTwo(Deputyship other) {
        return principal.equals(other.principal) && deputy.equals(other.deputy);
    }

    /** Whether {@code person}, its deputy as they are at this moment, stands in by it. */
    public boolean isInForceFor(Person person) {
        DeputyRights rights = person.deputyRights();
        return principal instanceof Principal.PersonPrincipal other
                ? rights.people().contains(other.id())
                : principal instanceof Principal.OrganisationPrincipal organisation
                        && rights.organisations().contains(organisation.id());
    }
}
