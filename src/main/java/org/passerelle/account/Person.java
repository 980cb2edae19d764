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
 * @param deputyRights what they may do for others at the moment, besides what they may for themselves
 */
public record Person(
        PersonId id,
        EmailAddress email,
        String name,
        Role role,
        Optional<OrganisationId> organisation,
        Set<SiteId> sites,
        DeputyRights deputyRights) {

    public Person {
        sites = Set.copyOf(sites);
    }

    /** Somebody who stands in for nobody. */
    public Person(
            PersonId id,
            EmailAddress email,
            String name,
            Role role,
            Optional<OrganisationId> organisation,
            Set<SiteId> sites) {
        this(id, email, name, role, organisation, sites, DeputyRights.NONE);
    }

    /** Somebody without an account, who books by mail what rooms are open to everybody for. */
    public static Person outsider(EmailAddress address, String name) {
        return new Person(new OutsiderId(address), address, name, Role.MEMBER, Optional.empty(), Set.of());
    }

    /** The same person, who may do so much for others. */
    public Person deputising(DeputyRights rights) {
        return new Person(id, email, name, role, organisation, sites, rights);
    }

    /** Whether they decide on requests at {@code site}, which they manage, or for whose manager they stand in. */
    public boolean decidesAt(SiteId site) {
        return manages(site) || deputyRights.sites().contains(site);
    }

    /** Whether there is a site where they {@link #decidesAt decide}, or all are theirs as administrator of the network. */
    public boolean decidesSomewhere() {
        return administersTheNetwork()
                || role == Role.SITE_MANAGER
                || !deputyRights.sites().isEmpty();
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
