package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.springframework.dao.DuplicateKeyException;

/** A number of an owner is given once. */
@FactsOf(OwnerSlots.class)
public abstract class OwnerSlotsContract extends StoreContract {

    private MongoCollection<Document> things;

    /** Without the index, too, as before it was introduced. */
    @BeforeEach
    void begin() {
        if (mongo().collectionExists("things")) {
            mongo().dropCollection("things");
        }
        things = documents("things");
    }

    private void add(String id, String room) {
        things.insertOne(new Document("_id", id).append("subject", new Document("room", room)));
    }

    private List<Integer> slots(String room) {
        return things.find(new Document("subject.room", room))
                .map(each -> each.getInteger("slot"))
                .into(new ArrayList<>());
    }

    @Test
    void numbersWhatThereIsAndDoesSoOnce() {
        add("a", "seine");
        add("b", "visio");
        add("c", "seine");

        OwnerSlots.introduce(things, "subject.room");
        add("d", "seine");
        OwnerSlots.introduce(things, "subject.room");

        assertThat(slots("seine")).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(slots("visio")).containsExactly(1);
    }

    @Test
    void allowsEachNumberOnceForAnOwner() {
        add("a", "seine");
        OwnerSlots.introduce(things, "subject.room");

        assertThat(catchThrowable(() -> things.insertOne(new Document("_id", "b")
                        .append("subject", new Document("room", "seine"))
                        .append("slot", 1))))
                .hasMessageContaining("E11000");
    }

    @Test
    void givesFourNumbersToFourOfEightWhoAskAtOnce() {
        OwnerSlots.introduce(things, "subject.room");

        List<Boolean> given = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> OwnerSlots.insert(
                        4,
                        List.of(),
                        slot -> mongo().insert(
                                        new Document("_id", "thing" + i)
                                                .append("subject", new Document("room", "seine"))
                                                .append("slot", slot),
                                        "things")))
                .toList());

        assertThat(given).filteredOn(Boolean::booleanValue).hasSize(4);
        assertThat(slots("seine")).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void triesTheNextNumberWhenSomebodyElseWasFaster() {
        List<Integer> tried = new ArrayList<>();

        boolean added = OwnerSlots.insert(4, List.of(1), slot -> {
            tried.add(slot);
            if (slot < 4) {
                throw new DuplicateKeyException("taken");
            }
        });

        assertThat(added).isTrue();
        assertThat(tried).containsExactly(2, 3, 4);
    }

    @Test
    void addsNothingWhenAllNumbersAreTaken() {
        assertThat(OwnerSlots.insert(2, List.of(1, 2, 3), slot -> {})).isFalse();
    }
}
