package org.passerelle.account;

import java.util.Optional;
import java.util.Set;
import org.passerelle.directory.SiteId;

/**
 * Somebody with an account.
 *
 * @param organisation whom they book for; empty for those who only administer
 * @param sites the sites they manage; empty unless a {@link Role#SITE_MANAGER}
 */
public record Person(
        EmailAddress id, String name, Role role, Optional<OrganisationId> organisation, Set<SiteId> sites) {

    public Person {
        sites = Set.copyOf(sites);
    }

    public boolean manages(SiteId site) {
        return role == Role.SITE_MANAGER && sites.contains(site);
    }

    public boolean administersTheNetwork() {
        return role == Role.NETWORK_ADMINISTRATOR;
    }
}
