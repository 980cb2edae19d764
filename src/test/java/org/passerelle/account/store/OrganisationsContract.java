package org.passerelle.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** A name has one organisation at a time, and an id has one for ever. */
@FactsOf(MongoOrganisations.class)
public abstract class OrganisationsContract extends StoreContract {

    private static final String BRIE = "atelier-brie";
    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");

    private MongoOrganisations organisations;

    @BeforeEach
    void begin() {
        organisations = anotherNode();
    }

    private MongoOrganisations anotherNode() {
        return new MongoOrganisations(mongo());
    }

    private static Organisation organisation(OrganisationId id, String name) {
        return new Organisation(id, name, 101, Optional.of(Duration.ofHours(10)));
    }

    @Test
    void givesANameToOneOfEightWhoAskAtOnce() {
        OrganisationId id = organisations.unused(BRIE);

        List<Boolean> added = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> anotherNode().insert(organisation(id, "Brie " + i)))
                .toList());

        assertThat(added).containsOnlyOnce(true);
        assertThat(organisations.all())
                .singleElement()
                .extracting(Organisation::name)
                .isEqualTo("Brie " + added.indexOf(true));
    }

    @Test
    void givesANameThatHasAnOrganisationToNoOtherId() {
        organisations.insert(organisation(OrganisationId.of(BRIE, 1), "Brie"));

        assertThat(organisations.insert(organisation(OrganisationId.of(BRIE, 2), "Other")))
                .isFalse();

        assertThat(anotherNode().named(BRIE)).map(Organisation::name).contains("Brie");
    }

    @Test
    void givesTheNameOfAnOrganisationThatHasEndedToAnotherWithAnIdOfItsOwn() {
        OrganisationId first = organisations.unused(BRIE);
        organisations.insert(organisation(first, "Brie"));
        organisations.end(first, NINE);
        OrganisationId second = organisations.unused(BRIE);
        assertThat(second).isEqualTo(OrganisationId.of(BRIE, 2));

        assertThat(organisations.insert(organisation(second, "Brie l’Été"))).isTrue();

        assertThat(anotherNode().find(first)).isEmpty();
        assertThat(anotherNode().named(BRIE)).contains(organisation(second, "Brie l’Été"));
        organisations.end(second, NINE);
        assertThat(anotherNode().named(BRIE)).isEmpty();
        assertThat(organisations.unused(BRIE)).isEqualTo(OrganisationId.of(BRIE, 3));
    }

    @Test
    void changesNothingOfAnOrganisationThatHasEnded() {
        OrganisationId id = organisations.unused(BRIE);
        organisations.insert(organisation(id, "Brie"));
        organisations.end(id, NINE);

        assertThat(organisations.change(organisation(id, "Other"), Optional.empty()))
                .isFalse();

        assertThat(documents("organisations").find().first()).containsEntry("name", "Brie");
    }

    @Test
    void changesAnOrganisationForOneOfEightWhoReadItAsItWas() {
        OrganisationId id = organisations.unused(BRIE);
        Organisation read = organisation(id, "Brie");
        organisations.insert(read);

        List<Boolean> changed = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i ->
                        () -> anotherNode().change(organisation(id, "Brie " + i), Optional.of(read)))
                .toList());

        assertThat(changed).containsOnlyOnce(true);
        Organisation now = organisations.readAgain(BRIE).orElseThrow();
        assertThat(now.name()).isEqualTo("Brie " + changed.indexOf(true));
        Organisation free = new Organisation(id, now.name(), 101, Optional.empty());
        assertThat(organisations.change(free, Optional.of(now))).isTrue();
        assertThat(organisations.change(now, Optional.of(now))).isFalse();
        assertThat(organisations.change(now, Optional.of(free))).isTrue();
    }

    @Test
    void takesAQuotaAwayAndGivesItBack() {
        OrganisationId id = organisations.unused(BRIE);
        organisations.insert(organisation(id, "Brie"));
        Organisation free = new Organisation(id, "Brie", 101, Optional.empty());

        assertThat(organisations.change(free, Optional.empty())).isTrue();
        assertThat(anotherNode().find(id)).contains(free);
        organisations.change(organisation(id, "Brie"), Optional.empty());

        assertThat(anotherNode().find(id)).contains(organisation(id, "Brie"));
    }

    /** Which Spring would otherwise take for the text of an {@code ObjectId}. */
    @Test
    void findsAnOrganisationWhoseNameIsTwentyFourHexadecimalDigits() {
        OrganisationId id = organisations.unused("0123456789abcdef01234567");
        organisations.insert(organisation(id, "Digits"));

        assertThat(anotherNode().find(id)).contains(organisation(id, "Digits"));
        assertThat(organisations.unused(id.slug())).isEqualTo(OrganisationId.of(id.slug(), 2));
        assertThat(organisations.change(organisation(id, "Others"), Optional.empty()))
                .isTrue();
        assertThat(organisations.all()).containsExactly(organisation(id, "Others"));
    }

    @Test
    void readsAnOrganisationWithoutWhatIsOptional() {
        documents("organisations").insertOne(Document.parse("{_id: 'brie', slug: 'brie', name: 'Brie', number: 7}"));

        assertThat(organisations.all())
                .containsExactly(new Organisation(new OrganisationId("brie"), "Brie", 7, Optional.empty()));
    }
}
