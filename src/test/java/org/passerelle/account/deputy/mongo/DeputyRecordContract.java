package org.passerelle.account.deputy.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.AccountId;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.deputy.DeputyChange;
import org.passerelle.account.deputy.DeputyChange.DeputyChangeKind;
import org.passerelle.account.deputy.DeputyTerms;
import org.passerelle.account.deputy.Principal;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** What became of deputies is noted once each and read as it was noted. */
@FactsOf(MongoDeputyRecord.class)
public abstract class DeputyRecordContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");

    private MongoDeputyRecord record;

    @BeforeEach
    void begin() {
        record = new MongoDeputyRecord(mongo());
    }

    private static DeputyChange change(String id, Instant at, Principal principal, DeputyTerms terms, String... by) {
        return new DeputyChange(
                id,
                at,
                by.length == 0 ? DeputyChangeKind.ENDED : DeputyChangeKind.NAMED,
                principal,
                new AccountId("louis-id"),
                terms,
                Stream.of(by).map(AccountId::new).findFirst());
    }

    @Test
    void isReadAsItWasNotedTheNewestFirst() {
        DeputyTerms week = new DeputyTerms(Optional.of(NINE), Optional.of(NINE.plusSeconds(604_800)), true);
        DeputyChange named =
                change("a", NINE, new Principal.PersonPrincipal(new AccountId("camille-id")), week, "camille-id");
        DeputyChange ended = change(
                "b",
                NINE.plusSeconds(1),
                new Principal.OrganisationPrincipal(new OrganisationId("atelier")),
                DeputyTerms.OPEN);
        assertThat(record.add(named)).isTrue();
        assertThat(record.add(ended)).isTrue();

        assertThat(record.since(NINE)).containsExactly(ended, named);
        assertThat(record.since(NINE.plusMillis(1))).containsExactly(ended);
        assertThat(record.find("a")).contains(named);
        assertThat(record.find("c")).isEmpty();
    }

    @Test
    void ofManyWhoNoteItAtOnceOneDoes() {
        DeputyChange named = change(
                "a", NINE, new Principal.PersonPrincipal(new AccountId("camille-id")), DeputyTerms.OPEN, "camille-id");

        List<Boolean> noted = Together.all(Stream.<Callable<Boolean>>generate(() -> () -> record.add(named))
                .limit(8)
                .toList());

        assertThat(noted).containsOnlyOnce(true);
        assertThat(record.since(Instant.EPOCH)).containsExactly(named);
    }
}
