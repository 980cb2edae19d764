package org.passerelle.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Together;
import org.passerelle.account.Role;
import org.passerelle.account.store.RemainingAdministrator.Departure;
import org.passerelle.platform.EmbeddedMongoStore;
import org.springframework.data.mongodb.core.query.Update;

/** Two nodes, one store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemainingAdministratorTests {

    private static final Instant NOW = Instant.parse("2026-03-25T08:00:00Z");

    /** How often two try at once; 200 times in {@code -Pnightly}. */
    private static final int ROUNDS = Integer.getInteger("races", 50);

    private static final String ADMINISTRATOR = Role.NETWORK_ADMINISTRATOR.name();

    private EmbeddedMongoStore store;
    private RemainingAdministrator here;
    private RemainingAdministrator there;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder);
        here = new RemainingAdministrator(store.template(), Clock.fixed(NOW, ZoneOffset.UTC));
        there = new RemainingAdministrator(store.template(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    void close() {
        store.close();
    }

    @BeforeEach
    void empty() {
        store.database().getCollection("people").deleteMany(new Document());
    }

    private PersonDocument person(String id, String role) {
        PersonDocument person =
                new PersonDocument(id, id + "@it77.example", id, role, null, List.of(), "", false, null);
        store.template().insert(person);
        return person;
    }

    private static Update demoted() {
        return new Update().set("role", Role.MEMBER.name());
    }

    private List<String> administrators() {
        return store.template().findAll(PersonDocument.class).stream()
                .filter(person -> person.role().equals(ADMINISTRATOR))
                .map(PersonDocument::id)
                .toList();
    }

    @Test
    void keepsTheLastOne() {
        PersonDocument only = person("a", ADMINISTRATOR);
        person("b", Role.MEMBER.name());

        assertThat(here.leave(only, demoted())).isEqualTo(Departure.LAST_ADMINISTRATOR);
        assertThat(administrators()).containsExactly("a");
    }

    @Test
    void letsOneOfTwoGoAndLeavesNoMark() {
        PersonDocument one = person("a", ADMINISTRATOR);
        PersonDocument other = person("b", ADMINISTRATOR);

        assertThat(here.leave(one, demoted())).isEqualTo(Departure.DONE);
        assertThat(there.leave(other, demoted())).isEqualTo(Departure.LAST_ADMINISTRATOR);
        assertThat(store.database().getCollection("people").find()).noneMatch(each -> each.containsKey("leaving"));
    }

    @Test
    void keepsOneOfTwoThatAreRemovedAtOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            empty();
            PersonDocument one = person("a", ADMINISTRATOR);
            PersonDocument other = person("b", ADMINISTRATOR);

            List<Departure> came =
                    Together.all(List.of(() -> here.leave(one, demoted()), () -> there.leave(other, demoted())));

            assertThat(administrators()).as("%s", came).isNotEmpty();
            assertThat(came).contains(Departure.LAST_ADMINISTRATOR);
        }
    }

    @Test
    void keepsOneOfManyThatAreRemovedAtOnce() {
        List<PersonDocument> all = List.of("a", "b", "c", "d", "e", "f").stream()
                .map(id -> person(id, ADMINISTRATOR))
                .toList();

        Together.all(all.stream()
                .<Callable<Departure>>map(each -> () -> here.leave(each, demoted()))
                .toList());

        assertThat(administrators()).isNotEmpty();
    }

    @Test
    void doesNotCountOneWhoIsLeaving() {
        PersonDocument one = person("a", ADMINISTRATOR);
        person("b", ADMINISTRATOR);
        mark("b", NOW.minusSeconds(1));

        assertThat(here.leave(one, demoted())).isEqualTo(Departure.LAST_ADMINISTRATOR);
    }

    @Test
    void countsOneWhoseLeavingWasBrokenOffLongAgo() {
        PersonDocument one = person("a", ADMINISTRATOR);
        person("b", ADMINISTRATOR);
        mark("b", NOW.minus(Duration.ofHours(1)));

        assertThat(here.leave(one, demoted())).isEqualTo(Departure.DONE);
        assertThat(administrators()).containsExactly("b");
        assertThat(store.database().getCollection("people").find()).noneMatch(each -> each.containsKey("leaving"));
    }

    @Test
    void changesNothingOfAnAccountThatHasEnded() {
        PersonDocument one = person("a", ADMINISTRATOR);
        store.database()
                .getCollection("people")
                .updateOne(
                        new Document("_id", "a"),
                        new Document("$set", new Document("ended", new Document("address", "a"))));

        assertThat(here.leave(one, demoted())).isEqualTo(Departure.GONE);
    }

    private void mark(String id, Instant since) {
        store.database()
                .getCollection("people")
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$set",
                                new Document(
                                        "leaving",
                                        new Document("token", "another").append("since", Date.from(since)))));
    }
}
