package org.passerelle.account;

import java.util.Optional;
import java.util.Set;
import org.passerelle.directory.SiteId;

/**
 * Somebody who acts.
 *
 * @param id of their account, unless they are an {@link #outsider}
 * @param email where mail reaches them now, and how they sign in; nobody else has it at the same time
 * @param organisation whom they book for; empty for those who only administer
 * @param sites the sites they manage; empty unless a {@link Role#SITE_MANAGER}
 */
public record Person(
        PersonId id,
        EmailAddress email,
        String name,
        Role role,
        Optional<OrganisationId> organisation,
        Set<SiteId> sites) {

    public Person {
        sites = Set.copyOf(sites);
    }

    /** Somebody without an account, who books by mail what rooms are open to everybody for. */
    public static Person outsider(EmailAddress address, String name) {
        return new Person(new OutsiderId(address), address, name, Role.MEMBER, Optional.empty(), Set.of());
    }

    public boolean manages(SiteId site) {
        return role == Role.SITE_MANAGER && sites.contains(site);
    }

    /** Whether what is at {@code site} is theirs to run: as its manager, or as an administrator of the network. */
    public boolean runs(SiteId site) {
        return administersTheNetwork() || manages(site);
    }

    public boolean administersTheNetwork() {
        return role == Role.NETWORK_ADMINISTRATOR;
    }
}
