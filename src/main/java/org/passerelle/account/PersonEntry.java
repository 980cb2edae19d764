package org.passerelle.account;

import java.util.Optional;
import java.util.Set;
import org.passerelle.directory.SiteId;

/**
 * What an administrator enters about the person who has an address.
 *
 * @param organisation by its name, such as {@code atelier-brie}
 * @param sites which they manage
 */
public record PersonEntry(
        EmailAddress email, String name, Role role, Optional<String> organisation, Set<SiteId> sites) {

    public PersonEntry {
        sites = Set.copyOf(sites);
    }

    public Person as(AccountId id, Optional<OrganisationId> known) {
        return new Person(id, email, name, role, known, sites);
    }
}
