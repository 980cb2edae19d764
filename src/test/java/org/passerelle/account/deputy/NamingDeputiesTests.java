package org.passerelle.account.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.passerelle.booking.People.ADMINISTRATOR;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.GUEST;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.deputy.DeputyChange.DeputyChangeKind;
import org.passerelle.account.deputy.NamingDeputies.DeputyNaming;
import org.passerelle.account.deputy.NamingDeputies.DeputyRefusal;
import org.passerelle.account.deputy.mongo.DeputyshipsWiring;
import org.passerelle.booking.People;
import org.passerelle.contract.OnEmbeddedMongo;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnEmbeddedMongo
class NamingDeputiesTests {

    private static final Principal FIRM = new Principal.OrganisationPrincipal(new OrganisationId("atelier-brie"));

    private final MutableClock clock = new MutableClock();
    private final Deputyships deputyships;
    private final DeputyRecord record;
    private final NamingDeputies naming;

    NamingDeputiesTests(MongoTemplate mongo) {
        mongo.dropCollection("deputies");
        mongo.dropCollection("deputyRecord");
        this.deputyships = DeputyshipsWiring.over(mongo);
        this.record = DeputyshipsWiring.recordOver(mongo);
        this.naming = new NamingDeputies(People.accounts(), deputyships, record, clock);
    }

    private List<DeputyChangeKind> told(Person reader) {
        return naming.record(reader, Instant.EPOCH).stream()
                .map(DeputyChange::kind)
                .toList();
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
        DeputyTerms never = new DeputyTerms(Optional.of(clock.instant()), Optional.of(clock.instant()), false);

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

    @Test
    void theRecordTellsWhoWasNamedAndWhoEndedItToThoseWhomItConcerns() {
        Instant end = clock.instant().plus(Duration.ofDays(7));
        naming.name(
                CAMILLE, principal(CAMILLE), LOUIS.email(), new DeputyTerms(Optional.empty(), Optional.of(end), false));
        clock.advance(Duration.ofMinutes(1));
        naming.end(LOUIS, principal(CAMILLE), LOUIS.email());
        naming.end(LOUIS, principal(CAMILLE), LOUIS.email());

        for (Person reader : new Person[] {CAMILLE, LOUIS, ADMINISTRATOR}) {
            assertThat(told(reader)).containsExactly(DeputyChangeKind.ENDED, DeputyChangeKind.NAMED);
        }
        assertThat(told(NADIA)).isEmpty();
        DeputyChange named = naming.record(LOUIS, Instant.EPOCH).get(1);
        assertThat(named.by()).contains((AccountId) CAMILLE.id());
        assertThat(named.terms().until()).contains(end);
        assertThat(naming.record(LOUIS, Instant.EPOCH).get(0).by()).contains((AccountId) LOUIS.id());
    }

    @Test
    void thatTheirTimeIsOverIsNotedOnceAndSoIsWhatTheRecordLacks() {
        Instant end = clock.instant().plus(Duration.ofDays(7));
        Deputyship unnoted = new Deputyship(
                principal(CAMILLE),
                (AccountId) LOUIS.id(),
                new DeputyTerms(Optional.empty(), Optional.of(end), false),
                (AccountId) CAMILLE.id(),
                clock.instant());
        deputyships.put(unnoted);
        DeputyTermEnds ends = new DeputyTermEnds(deputyships, record, clock);
        ends.look();
        assertThat(told(LOUIS)).containsExactly(DeputyChangeKind.NAMED);

        clock.advance(Duration.ofDays(8));
        ends.look();
        new DeputyTermEnds(deputyships, record, clock).look();

        assertThat(told(LOUIS)).containsExactly(DeputyChangeKind.ENDED, DeputyChangeKind.NAMED);
        assertThat(naming.record(LOUIS, Instant.EPOCH).get(0).at()).isEqualTo(end);
    }

    @Test
    void otherTermsAreNoEnd() {
        name(CAMILLE, principal(CAMILLE), LOUIS);
        DeputyTermEnds ends = new DeputyTermEnds(deputyships, record, clock);
        ends.look();
        clock.advance(Duration.ofMinutes(1));
        name(CAMILLE, principal(CAMILLE), LOUIS);
        ends.look();

        assertThat(told(LOUIS)).containsExactly(DeputyChangeKind.NAMED, DeputyChangeKind.NAMED);
    }
}
