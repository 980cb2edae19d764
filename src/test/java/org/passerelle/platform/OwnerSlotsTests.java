package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;

class OwnerSlotsTests {

    @TempDir
    private Path folder;

    private EmbeddedMongoStore store;
    private MongoCollection<Document> things;

    @BeforeEach
    void open() {
        store = EmbeddedMongoStore.open(folder);
        things = store.database().getCollection("things");
    }

    @AfterEach
    void close() {
        store.close();
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
