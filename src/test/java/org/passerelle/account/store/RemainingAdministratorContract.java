package org.passerelle.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.account.store.RemainingAdministrator.Departure;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.springframework.data.mongodb.core.query.Update;

/** However many lose the role at once, somebody administers the network afterwards. */
@FactsOf(RemainingAdministrator.class)
public abstract class RemainingAdministratorContract extends StoreContract {

    private final MutableClock clock = new MutableClock();

    private PersonDocument person(String name, Role role) {
        Person person = new Person(
                AccountId.random(), new EmailAddress(name + "@example.org"), name, role, Optional.empty(), Set.of());
        return mongo().insert(PersonDocument.of(person, "{x}hash", false));
    }

    private PersonDocument administrator(String name) {
        return person(name, Role.NETWORK_ADMINISTRATOR);
    }

    private Departure leave(PersonDocument person) {
        return new RemainingAdministrator(mongo(), clock).leave(person, new Update().set("role", Role.GUEST.name()));
    }

    private long administrators() {
        return documents("people").countDocuments(new Document("role", Role.NETWORK_ADMINISTRATOR.name()));
    }

    @Test
    void isOneOfEightWhoLeaveAtOnce() {
        List<PersonDocument> all =
                IntStream.range(0, 8).mapToObj(i -> administrator("a" + i)).toList();

        List<Departure> departures = Together.all(
                all.stream().<Callable<Departure>>map(each -> () -> leave(each)).toList());

        assertThat(administrators())
                .isPositive()
                .isEqualTo(
                        8 - departures.stream().filter(Departure.DONE::equals).count());
        assertThat(documents("people").countDocuments(new Document("leaving", new Document("$exists", true))))
                .isZero();
    }

    @Test
    void isWhoeverIsTheOnlyOne() {
        PersonDocument only = administrator("only");
        person("manager", Role.SITE_MANAGER);

        assertThat(leave(only)).isEqualTo(Departure.LAST_ADMINISTRATOR);

        assertThat(administrators()).isEqualTo(1);
        administrator("another");
        assertThat(leave(only)).isEqualTo(Departure.DONE);
    }

    @Test
    void isNoConcernOfSomebodyWithAnotherRoleOrWhoIsGone() {
        PersonDocument manager = person("manager", Role.SITE_MANAGER);
        assertThat(leave(manager)).isEqualTo(Departure.DONE);

        documents("people").updateMany(new Document(), new Document("$set", new Document("ended", new Document())));

        assertThat(leave(manager)).isEqualTo(Departure.GONE);
    }

    @Test
    void isSomebodyWhoseMarkOutlivedWhoeverMadeIt() {
        PersonDocument left = administrator("left");
        PersonDocument leaves = administrator("leaves");
        Instant before = clock.instant().minus(Duration.ofMinutes(2));
        documents("people")
                .updateOne(
                        new Document("_id", left.id()),
                        new Document(
                                "$set",
                                new Document(
                                        "leaving", new Document("token", "dead").append("since", Date.from(before)))));

        assertThat(leave(leaves)).isEqualTo(Departure.DONE);

        assertThat(administrators()).isEqualTo(1);
    }
}
