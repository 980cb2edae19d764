package org.passerelle.account.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.passerelle.booking.People.ADMINISTRATOR;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.GUEST;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.deputy.NamingDeputies.DeputyNaming;
import org.passerelle.account.deputy.NamingDeputies.DeputyRefusal;
import org.passerelle.account.deputy.mongo.DeputyshipsWiring;
import org.passerelle.booking.People;
import org.passerelle.contract.OnEmbeddedMongo;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnEmbeddedMongo
class NamingDeputiesTests {

    private static final Instant NOW = Instant.parse("2026-03-25T09:00:00Z");
    private static final Principal FIRM = new Principal.OrganisationPrincipal(new OrganisationId("atelier-brie"));

    private final NamingDeputies naming;

    NamingDeputiesTests(MongoTemplate mongo) {
        mongo.dropCollection("deputies");
        this.naming =
                new NamingDeputies(People.accounts(), DeputyshipsWiring.over(mongo), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Principal principal(Person person) {
        return new Principal.PersonPrincipal((AccountId) person.id());
    }

    private DeputyNaming name(Person by, Principal principal, Person deputy) {
        return naming.name(by, principal, deputy.email(), DeputyTerms.OPEN);
    }

    private static DeputyNaming refused(DeputyRefusal why) {
        return new DeputyNaming.NotNamed(why);
    }

    @Test
    void everybodyNamesColleaguesOfTheirOwn() {
        assertThat(name(CAMILLE, principal(CAMILLE), LOUIS)).isInstanceOf(DeputyNaming.Named.class);

        assertThat(naming.of(principal(CAMILLE)))
                .extracting(Deputyship::deputy, Deputyship::namedBy)
                .containsExactly(tuple(LOUIS.id(), CAMILLE.id()));
        assertThat(naming.by(LOUIS.id())).extracting(Deputyship::principal).containsExactly(principal(CAMILLE));
    }

    @Test
    void nobodyBecomesADeputyByNamingThemselves() {
        assertThat(name(LOUIS, principal(CAMILLE), LOUIS)).isEqualTo(refused(DeputyRefusal.NOT_YOURS));
        assertThat(name(LOUIS, FIRM, LOUIS)).isEqualTo(refused(DeputyRefusal.NOT_YOURS));
        assertThat(name(LOUIS, principal(LOUIS), LOUIS)).isEqualTo(refused(DeputyRefusal.ONESELF));
        assertThat(name(ADMINISTRATOR, principal(MANAGER), ADMINISTRATOR)).isEqualTo(refused(DeputyRefusal.ONESELF));
        assertThat(naming.by(LOUIS.id())).isEmpty();
        assertThat(naming.by(ADMINISTRATOR.id())).isEmpty();
    }

    @Test
    void onlyTheNetworkNamesThoseOfOthersAndOfOrganisations() {
        assertThat(name(MANAGER, principal(CAMILLE), LOUIS)).isEqualTo(refused(DeputyRefusal.NOT_YOURS));
        assertThat(name(CAMILLE, FIRM, LOUIS)).isEqualTo(refused(DeputyRefusal.NOT_YOURS));
        assertThat(name(ADMINISTRATOR, principal(CAMILLE), LOUIS)).isInstanceOf(DeputyNaming.Named.class);
        assertThat(name(ADMINISTRATOR, FIRM, LOUIS)).isInstanceOf(DeputyNaming.Named.class);
    }

    @Test
    void whoHasAnAccountElsewhereIsNotTold() {
        DeputyNaming unknown =
                naming.name(CAMILLE, principal(CAMILLE), new EmailAddress("nobody@nowhere.example"), DeputyTerms.OPEN);

        assertThat(unknown).isEqualTo(refused(DeputyRefusal.NO_COLLEAGUE));
        assertThat(name(CAMILLE, principal(CAMILLE), NADIA)).isEqualTo(unknown);
        assertThat(name(ADMINISTRATOR, principal(CAMILLE), NADIA)).isEqualTo(unknown);
        assertThat(name(ADMINISTRATOR, FIRM, NADIA)).isEqualTo(unknown);
        assertThat(name(MANAGER, principal(MANAGER), GUEST)).isEqualTo(unknown);
    }

    @Test
    void whatEndsBeforeItBeginsIsNotNamed() {
        DeputyTerms never = new DeputyTerms(Optional.of(NOW), Optional.of(NOW), false);

        assertThat(naming.name(CAMILLE, principal(CAMILLE), LOUIS.email(), never))
                .isEqualTo(refused(DeputyRefusal.ENDS_TOO_SOON));
    }

    @Test
    void nobodyLooksAfterPrivateBookingsOfAWholeOrganisation() {
        DeputyTerms close = new DeputyTerms(Optional.empty(), Optional.empty(), true);

        naming.name(ADMINISTRATOR, FIRM, LOUIS.email(), close);

        assertThat(naming.of(FIRM))
                .extracting(each -> each.terms().includesPrivate())
                .containsExactly(false);
    }

    @Test
    void thePrincipalTheDeputyAndTheNetworkEndItAndNobodyElse() {
        for (Person by : new Person[] {CAMILLE, LOUIS, ADMINISTRATOR}) {
            name(CAMILLE, principal(CAMILLE), LOUIS);
            naming.end(NADIA, principal(CAMILLE), LOUIS.email());
            naming.end(MANAGER, principal(CAMILLE), LOUIS.email());
            assertThat(naming.by(LOUIS.id())).hasSize(1);

            naming.end(by, principal(CAMILLE), LOUIS.email());

            assertThat(naming.by(LOUIS.id())).isEmpty();
        }
    }
}
