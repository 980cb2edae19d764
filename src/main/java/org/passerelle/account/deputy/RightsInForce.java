package org.passerelle.account.deputy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.passerelle.account.AccountId;
import org.passerelle.account.DeputyRights;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.account.Role;
import org.passerelle.directory.SiteId;

/**
 * Works out what somebody may do for others at a moment. A deputyship counts for as long as both belong to the same
 * organisation, or both to none, and guests stand in for nobody. Of a manager it gives the decisions on requests; of an
 * administrator of the network nothing but their bookings.
 */
public final class RightsInForce {

    private final Set<PersonId> people = new HashSet<>();
    private final Set<PersonId> closely = new HashSet<>();
    private final Set<OrganisationId> organisations = new HashSet<>();
    private final Set<SiteId> sites = new HashSet<>();

    private RightsInForce() {}

    /**
     * @param named all deputyships of {@code deputy}
     * @param principals finds who has an account, without what they may do for others
     */
    public static DeputyRights of(
            Person deputy, List<Deputyship> named, Function<AccountId, Optional<Person>> principals, Instant now) {
        if (named.isEmpty() || deputy.role() == Role.GUEST) {
            return DeputyRights.NONE;
        }
        RightsInForce rights = new RightsInForce();
        named.stream().filter(each -> each.terms().holdAt(now)).forEach(each -> rights.add(deputy, each, principals));
        return new DeputyRights(rights.people, rights.closely, rights.organisations, rights.sites);
    }

    private void add(Person deputy, Deputyship named, Function<AccountId, Optional<Person>> principals) {
        if (named.principal() instanceof Principal.OrganisationPrincipal organisation) {
            if (deputy.organisation().equals(Optional.of(organisation.id()))) {
                organisations.add(organisation.id());
            }
        } else if (named.principal() instanceof Principal.PersonPrincipal person) {
            principals
                    .apply(person.id())
                    .filter(principal -> principal.organisation().equals(deputy.organisation()))
                    .ifPresent(principal -> add(principal, named.terms()));
        }
    }

    private void add(Person principal, DeputyTerms terms) {
        people.add(principal.id());
        if (terms.includesPrivate()) {
            closely.add(principal.id());
        }
        if (principal.role() == Role.SITE_MANAGER) {
            sites.addAll(principal.sites());
        }
    }
}
