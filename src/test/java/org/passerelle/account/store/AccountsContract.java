package org.passerelle.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.AccountId;
import org.passerelle.account.DeputyRights;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.account.deputy.DeputyTerms;
import org.passerelle.account.deputy.Deputyship;
import org.passerelle.account.deputy.Deputyships;
import org.passerelle.account.deputy.Principal;
import org.passerelle.account.deputy.mongo.DeputyshipsWiring;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.cache.UnobservedCaches;
import org.springframework.data.mongodb.core.query.Update;

/** An address has one account at a time, an id has one for ever, and what has ended is not changed any more. */
@FactsOf(MongoAccounts.class)
public abstract class AccountsContract extends StoreContract {

    private static final EmailAddress ZOE = new EmailAddress("zoé.d@bücher.example");
    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");

    private MongoAccounts accounts;

    @BeforeEach
    void begin() {
        accounts = anotherNode();
    }

    private MongoAccounts anotherNode() {
        return new MongoAccounts(
                mongo(),
                new MongoOrganisations(mongo()),
                DeputyshipsWiring.over(mongo()),
                UnobservedCaches.caches(),
                Clock.fixed(NINE, ZoneOffset.UTC));
    }

    private static PersonDocument person(EmailAddress email, String name) {
        Person person = new Person(
                AccountId.random(), email, name, Role.SITE_MANAGER, Optional.empty(), Set.of(new SiteId("melun")));
        return PersonDocument.of(person, "{x}hash", false);
    }

    private boolean end(PersonDocument person) {
        PersonDocument ended = person.ended(NINE);
        return accounts.change(
                person,
                false,
                new Update().unset("email").set("role", ended.role()).set("ended", ended.ended()));
    }

    @Test
    void findsSomebodyByIdAndByAddressAsTheyWereWritten() {
        PersonDocument zoe = person(ZOE, "Zoé 👩‍💻");

        assertThat(accounts.insert(zoe)).isTrue();

        assertThat(anotherNode().document(zoe.accountId())).contains(zoe);
        assertThat(anotherNode().document(ZOE)).contains(zoe);
        assertThat(anotherNode().document(new EmailAddress("zoe.d@bücher.example")))
                .isEmpty();
    }

    @Test
    void givesAnAddressToOneOfEightWhoAskAtOnce() {
        List<Boolean> added = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> anotherNode().insert(person(ZOE, "Zoé " + i)))
                .toList());

        assertThat(added).containsOnlyOnce(true);
        assertThat(accounts.allPeople()).hasSize(1);
    }

    @Test
    void givesTheAddressOfAnAccountThatHasEndedToAnother() {
        PersonDocument first = person(ZOE, "Zoé");
        PersonDocument second = person(ZOE, "Zoé Martin");
        accounts.insert(first);
        assertThat(accounts.insert(second)).isFalse();

        assertThat(end(first)).isTrue();

        assertThat(accounts.insert(second)).isTrue();
        assertThat(anotherNode().document(ZOE)).contains(second);
        assertThat(anotherNode().contact(first.accountId()).email()).isEqualTo(ZOE);
        assertThat(end(second)).as("two that have no address any more").isTrue();
        assertThat(documents("people").countDocuments()).isEqualTo(2);
    }

    @Test
    void changesNothingOfAnAccountThatHasEnded() {
        PersonDocument zoe = person(ZOE, "Zoé");
        accounts.insert(zoe);
        end(zoe);

        assertThat(accounts.change(zoe, false, new Update().set("name", "Other")))
                .isFalse();
        assertThat(accounts.changeOfPassword(zoe, new Update().set("password", "{x}other")))
                .isFalse();

        assertThat(documents("people").find().first())
                .containsEntry("name", "Zoé")
                .containsEntry("password", "{x}hash");
        assertThat(anotherNode().document(zoe.accountId())).isEmpty();
    }

    @Test
    void changesAnAccountToWhatItIsAlready() {
        PersonDocument zoe = person(ZOE, "Zoé");
        accounts.insert(zoe);

        assertThat(accounts.change(zoe, false, new Update().set("name", "Zoé"))).isTrue();
    }

    /** Two administrators save one account at once, on whatever nodes: the second is told, and what the first wrote stays. */
    @Test
    void changesAnAccountForOneOfEightWhoReadItAsItWas() {
        PersonDocument zoe = person(ZOE, "Zoé");
        accounts.insert(zoe);

        List<Boolean> changed = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i ->
                        () -> anotherNode().change(zoe, true, new Update().set("name", "Zoé " + i)))
                .toList());

        assertThat(changed).containsOnlyOnce(true);
        PersonDocument now = anotherNode().document(ZOE).orElseThrow();
        assertThat(now.name()).isEqualTo("Zoé " + changed.indexOf(true));
        assertThat(accounts.change(now, true, new Update().set("sites", List.of("chelles", "rebais"))))
                .isTrue();
        assertThat(accounts.change(now, true, new Update().set("role", "MEMBER")))
                .isFalse();
        PersonDocument managing = accounts.readAgain(ZOE).orElseThrow();
        assertThat(accounts.change(
                        managing, true, new Update().set("sites", List.of()).set("organisation", "brie")))
                .isTrue();
        assertThat(accounts.change(managing, true, new Update().set("role", "MEMBER")))
                .isFalse();
        PersonDocument last = accounts.readAgain(ZOE).orElseThrow();
        assertThat(accounts.change(last, true, new Update().set("role", "MEMBER")))
                .isTrue();
    }

    @Test
    void changesAPasswordForOneOfEightWhoKnewTheOneBefore() {
        PersonDocument zoe = person(ZOE, "Zoé");
        accounts.insert(zoe);

        List<Boolean> changed = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i ->
                        () -> anotherNode().changeOfPassword(zoe, new Update().set("password", "{x}" + i)))
                .toList());

        assertThat(changed).containsOnlyOnce(true);
        assertThat(anotherNode().document(ZOE).orElseThrow().password()).isEqualTo("{x}" + changed.indexOf(true));
    }

    @Test
    void listsThoseThatHaveNotEndedByAddress() {
        PersonDocument gone = person(new EmailAddress("a@example.org"), "A");
        accounts.insert(gone);
        accounts.insert(person(new EmailAddress("c@example.org"), "C"));
        accounts.insert(person(new EmailAddress("b@example.org"), "B"));
        end(gone);

        assertThat(accounts.allPeople()).extracting(PersonDocument::name).containsExactly("B", "C");
    }

    @Test
    void readsAnAccountWithoutWhatIsOptional() {
        documents("people").insertOne(Document.parse("""
                {_id: "0123456789abcdef0123456789abcdef", email: "kim@example.org", name: "Kim", role: "MEMBER",
                 sites: [], password: "{x}hash", demo: false}"""));

        assertThat(accounts.person(new EmailAddress("KIM@example.org")))
                .hasValueSatisfying(kim -> assertThat(kim.organisation()).isEmpty());
    }

    @Test
    void tellsWhatSomebodyMayDoForOthersUntilItEnds() {
        PersonDocument zoe = person(ZOE, "Zoé");
        PersonDocument deputy = person(new EmailAddress("deputy@melun.example"), "Dominique");
        accounts.insert(zoe);
        accounts.insert(deputy);
        Deputyships deputyships = DeputyshipsWiring.over(mongo());
        Principal principal = new Principal.PersonPrincipal(zoe.accountId());
        DeputyTerms untilLater = new DeputyTerms(Optional.empty(), Optional.of(NINE.plusMillis(1)), false);
        DeputyTerms untilNow = new DeputyTerms(Optional.empty(), Optional.of(NINE), false);

        deputyships.put(new Deputyship(principal, deputy.accountId(), untilLater, zoe.accountId(), NINE));

        assertThat(rightsOf(deputy).people()).containsExactly(zoe.accountId());
        assertThat(rightsOf(deputy).sites()).containsExactly(new SiteId("melun"));
        assertThat(rightsOf(zoe)).isEqualTo(DeputyRights.NONE);
        deputyships.put(new Deputyship(principal, deputy.accountId(), untilNow, zoe.accountId(), NINE));
        assertThat(rightsOf(deputy)).isEqualTo(DeputyRights.NONE);
        deputyships.put(new Deputyship(principal, deputy.accountId(), untilLater, zoe.accountId(), NINE));
        end(zoe);
        assertThat(rightsOf(deputy)).isEqualTo(DeputyRights.NONE);
    }

    private DeputyRights rightsOf(PersonDocument person) {
        return anotherNode().person(person.accountId()).orElseThrow().deputyRights();
    }
}
