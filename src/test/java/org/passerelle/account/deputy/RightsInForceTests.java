package org.passerelle.account.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.People.ADMINISTRATOR;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountId;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.DeputyRights;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.booking.People;
import org.passerelle.directory.SiteId;

class RightsInForceTests {

    private static final Instant NOW = Instant.parse("2026-03-25T09:00:00Z");
    private static final OrganisationId FIRM = new OrganisationId("atelier-brie");
    private static final SiteId MELUN = new SiteId("melun");

    private final AccountsInMemory accounts = People.accounts();

    private DeputyRights rights(Person deputy, Deputyship... named) {
        return RightsInForce.of(deputy, List.of(named), accounts::person, NOW);
    }

    private static Deputyship forPerson(Person principal, DeputyTerms terms) {
        return new Deputyship(
                new Principal.PersonPrincipal((AccountId) principal.id()),
                (AccountId) LOUIS.id(),
                terms,
                (AccountId) principal.id(),
                NOW);
    }

    private static Deputyship forFirm(OrganisationId firm) {
        return new Deputyship(
                new Principal.OrganisationPrincipal(firm),
                (AccountId) LOUIS.id(),
                DeputyTerms.OPEN,
                (AccountId) ADMINISTRATOR.id(),
                NOW);
    }

    private static DeputyTerms terms(int from, int until) {
        return new DeputyTerms(Optional.of(NOW.plusSeconds(from)), Optional.of(NOW.plusSeconds(until)), false);
    }

    @Test
    void aDeputyOfAPersonLooksAfterTheirBookingsAndPrivateOnesOnlyIfTheySaidSo() {
        DeputyRights open = rights(LOUIS, forPerson(CAMILLE, DeputyTerms.OPEN));
        DeputyRights close =
                rights(LOUIS, forPerson(CAMILLE, new DeputyTerms(Optional.empty(), Optional.empty(), true)));

        assertThat(open.cover(CAMILLE.id(), Optional.of(FIRM), false)).isTrue();
        assertThat(open.cover(CAMILLE.id(), Optional.of(FIRM), true)).isFalse();
        assertThat(close.cover(CAMILLE.id(), Optional.of(FIRM), true)).isTrue();
        assertThat(open.cover(NADIA.id(), Optional.empty(), false)).isFalse();
        assertThat(open.bookFor(CAMILLE)).isTrue();
        assertThat(open.bookFor(NADIA)).isFalse();
        assertThat(open.sites()).isEmpty();
    }

    @Test
    void aDeputyOfAnOrganisationLooksAfterItsBookingsButPrivateOnes() {
        DeputyRights rights = rights(LOUIS, forFirm(FIRM));

        assertThat(rights.cover(CAMILLE.id(), Optional.of(FIRM), false)).isTrue();
        assertThat(rights.cover(CAMILLE.id(), Optional.of(FIRM), true)).isFalse();
        assertThat(rights.cover(CAMILLE.id(), Optional.empty(), false)).isFalse();
        assertThat(rights.bookFor(CAMILLE)).isTrue();
        assertThat(rights.bookFor(NADIA)).isFalse();
    }

    @Test
    void nobodyStandsInOutsideTheirTime() {
        assertThat(rights(LOUIS, forPerson(CAMILLE, terms(0, 1))).people()).containsExactly(CAMILLE.id());
        assertThat(rights(LOUIS, forPerson(CAMILLE, terms(1, 2)))).isEqualTo(DeputyRights.NONE);
        assertThat(rights(LOUIS, forPerson(CAMILLE, terms(-1, 0)))).isEqualTo(DeputyRights.NONE);
    }

    @Test
    void whoeverBelongsToAnotherOrganisationByNowStandsInNoMore() {
        assertThat(rights(NADIA, forPerson(CAMILLE, DeputyTerms.OPEN))).isEqualTo(DeputyRights.NONE);
        assertThat(rights(NADIA, forFirm(FIRM))).isEqualTo(DeputyRights.NONE);
        assertThat(rights(LOUIS, forFirm(new OrganisationId("atelier-brie~2")))).isEqualTo(DeputyRights.NONE);
        accounts.put(new Person(
                CAMILLE.id(),
                CAMILLE.email(),
                "",
                Role.MEMBER,
                Optional.of(new OrganisationId("elsewhere")),
                Set.of()));
        assertThat(rights(LOUIS, forPerson(CAMILLE, DeputyTerms.OPEN))).isEqualTo(DeputyRights.NONE);
    }

    @Test
    void nobodyStandsInForWhoeverHasNoAccountAnyMore() {
        accounts.end(CAMILLE);

        assertThat(rights(LOUIS, forPerson(CAMILLE, DeputyTerms.OPEN))).isEqualTo(DeputyRights.NONE);
    }

    @Test
    void guestsStandInForNobody() {
        Person guest = new Person(LOUIS.id(), LOUIS.email(), "", Role.GUEST, LOUIS.organisation(), Set.of());

        assertThat(rights(guest, forPerson(CAMILLE, DeputyTerms.OPEN))).isEqualTo(DeputyRights.NONE);
    }

    @Test
    void theDeputyOfAManagerDecidesAtTheirSitesAndThatOfAnAdministratorNowhere() {
        Person town = new Person(LOUIS.id(), LOUIS.email(), "", Role.SITE_MANAGER, Optional.empty(), Set.of());

        assertThat(rights(town, forPerson(MANAGER, DeputyTerms.OPEN)).sites()).containsExactly(MELUN);
        DeputyRights ofAdministrator = rights(town, forPerson(ADMINISTRATOR, DeputyTerms.OPEN));
        assertThat(ofAdministrator.sites()).isEmpty();
        assertThat(ofAdministrator.people()).containsExactly(ADMINISTRATOR.id());
    }

    @Test
    void forWhomAPrincipalStandsInTheirDeputyDoesNot() {
        accounts.put(CAMILLE.deputising(new DeputyRights(Set.of(NADIA.id()), Set.of(), Set.of(), Set.of(MELUN))));

        DeputyRights rights = rights(LOUIS, forPerson(CAMILLE, DeputyTerms.OPEN));

        assertThat(rights.people()).containsExactly(CAMILLE.id());
        assertThat(rights.sites()).isEmpty();
    }
}
