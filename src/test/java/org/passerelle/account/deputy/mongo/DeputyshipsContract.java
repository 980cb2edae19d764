package org.passerelle.account.deputy.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.AccountId;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.deputy.DeputyTerms;
import org.passerelle.account.deputy.Deputyship;
import org.passerelle.account.deputy.Deputyships;
import org.passerelle.account.deputy.Principal;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** Who stands in for whom is there once for each two, and nobody has more deputies than they may. */
@FactsOf(MongoDeputyships.class)
public abstract class DeputyshipsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");
    private static final AccountId CAMILLE = new AccountId("camille");
    private static final AccountId LOUIS = new AccountId("0123456789abcdef01234567");
    private static final Principal OF_CAMILLE = new Principal.PersonPrincipal(CAMILLE);
    private static final Principal OF_THE_FIRM = new Principal.OrganisationPrincipal(new OrganisationId("atelier~2"));
    private static final DeputyTerms CLOSE = new DeputyTerms(Optional.of(NINE), Optional.of(NINE.plusSeconds(1)), true);

    private MongoDeputyships deputyships;

    @BeforeEach
    void begin() {
        deputyships = new MongoDeputyships(mongo());
    }

    private MongoDeputyships anotherNode() {
        return new MongoDeputyships(mongo());
    }

    private static Deputyship of(Principal principal, AccountId deputy, DeputyTerms terms) {
        return new Deputyship(principal, deputy, terms, CAMILLE, NINE);
    }

    @Test
    void keepsWhatWasSaidLastOfTwo() {
        Deputyship open = of(OF_CAMILLE, LOUIS, DeputyTerms.OPEN);
        Deputyship close = of(OF_CAMILLE, LOUIS, CLOSE);

        assertThat(deputyships.put(open)).isTrue();
        assertThat(anotherNode().of(OF_CAMILLE)).containsExactly(open);
        assertThat(deputyships.put(close)).isTrue();
        assertThat(anotherNode().of(OF_CAMILLE)).containsExactly(close);
        assertThat(deputyships.put(open)).isTrue();

        assertThat(deputyships.by(LOUIS)).containsExactly(open);
        assertThat(anotherNode().by(LOUIS)).containsExactly(open);
        assertThat(anotherNode().by(CAMILLE)).isEmpty();
    }

    @Test
    void tellsPeopleFromOrganisations() {
        deputyships.put(of(OF_CAMILLE, LOUIS, DeputyTerms.OPEN));
        deputyships.put(of(OF_THE_FIRM, LOUIS, DeputyTerms.OPEN));

        assertThat(anotherNode().by(LOUIS))
                .extracting(Deputyship::principal)
                .containsExactlyInAnyOrder(OF_CAMILLE, OF_THE_FIRM);
    }

    @Test
    void endsAtOnceHereAndNowhereElseIsAnythingLeft() {
        deputyships.put(of(OF_CAMILLE, LOUIS, DeputyTerms.OPEN));
        deputyships.put(of(OF_THE_FIRM, LOUIS, DeputyTerms.OPEN));
        assertThat(deputyships.by(LOUIS)).hasSize(2);

        deputyships.remove(OF_CAMILLE, LOUIS);
        deputyships.remove(OF_CAMILLE, LOUIS);

        assertThat(deputyships.by(LOUIS)).extracting(Deputyship::principal).containsExactly(OF_THE_FIRM);
        assertThat(anotherNode().of(OF_CAMILLE)).isEmpty();
    }

    @Test
    void endsWithTheAccountOfEither() {
        deputyships.put(of(OF_CAMILLE, LOUIS, DeputyTerms.OPEN));
        deputyships.put(of(OF_THE_FIRM, CAMILLE, DeputyTerms.OPEN));
        deputyships.put(of(OF_THE_FIRM, LOUIS, DeputyTerms.OPEN));

        deputyships.on(new AccountEnded(CAMILLE));

        assertThat(deputyships.by(CAMILLE)).isEmpty();
        assertThat(deputyships.by(LOUIS)).extracting(Deputyship::principal).containsExactly(OF_THE_FIRM);
        deputyships.on(new AccountEnded(LOUIS));
        assertThat(documents("deputies").countDocuments()).isZero();
    }

    @Test
    void givesNobodyMoreThanTheyMayHaveHoweverManyAreNamedAtOnce() {
        List<Boolean> put = Together.all(IntStream.range(0, Deputyships.MOST + 4)
                .<Callable<Boolean>>mapToObj(i ->
                        () -> anotherNode().put(of(OF_CAMILLE, new AccountId("d" + i), DeputyTerms.OPEN)))
                .toList());

        assertThat(put).filteredOn(each -> each).hasSize(Deputyships.MOST);
        assertThat(deputyships.of(OF_CAMILLE)).hasSize(Deputyships.MOST);
        AccountId first = deputyships.of(OF_CAMILLE).get(0).deputy();
        assertThat(deputyships.put(of(OF_CAMILLE, first, CLOSE))).isTrue();
        deputyships.remove(OF_CAMILLE, first);
        assertThat(deputyships.put(of(OF_CAMILLE, LOUIS, DeputyTerms.OPEN))).isTrue();
    }

    @Test
    void isThereOnceWhenTwoNameTheSameAtOnce() {
        List<Boolean> put = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> anotherNode().put(of(OF_CAMILLE, LOUIS, CLOSE)))
                .toList());

        assertThat(put).containsOnly(true);
        assertThat(deputyships.of(OF_CAMILLE)).containsExactly(of(OF_CAMILLE, LOUIS, CLOSE));
    }
}
