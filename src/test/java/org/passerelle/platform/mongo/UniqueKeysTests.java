package org.passerelle.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UniqueKeysTests {

    private final UniqueKeys keys = new UniqueKeys();

    private void index(boolean isSparse, String... fields) {
        Document key = new Document();
        Arrays.stream(fields).forEach(field -> key.append(field, 1));
        keys.add(new Document("ns", "db.things")
                .append("name", "of " + Arrays.toString(fields))
                .append("unique", true)
                .append("sparse", isSparse)
                .append("key", key));
    }

    private boolean take(Document document) {
        return keys.take("db.things", document);
    }

    @Test
    void givesEachClaimToOneDocumentHoweverWide() {
        index(true, "claims");

        assertThat(take(new Document("claims", Arrays.asList(1L, 2)))).isTrue();
        assertThat(take(new Document("claims", Arrays.asList(3, 2L)))).isFalse();
        assertThat(take(new Document("claims", Arrays.asList(3, 4)))).isTrue();
        assertThat(take(new Document("other", 1))).isTrue();
        assertThat(take(new Document("other", 2))).isTrue();
    }

    @Test
    void looksAtAllFieldsOfAKeyTogether() {
        index(false, "owner.id", "slot");

        assertThat(take(owned("a", 1))).isTrue();
        assertThat(take(owned("a", 2))).isTrue();
        assertThat(take(owned("b", 1))).isTrue();
        assertThat(take(owned("a", 1))).isFalse();
    }

    @Test
    void countsNothingForAValueUnlessTheIndexIsSparse() {
        index(false, "owner");

        assertThat(take(new Document("x", 1))).isTrue();
        assertThat(take(new Document("x", 2))).isFalse();
    }

    @Test
    void takesNothingFromADocumentThatDoesNotStay() {
        index(true, "claims");
        index(true, "key");
        take(new Document("claims", Arrays.asList(1)));

        assertThat(take(new Document("claims", Arrays.asList(1)).append("key", "k")))
                .isFalse();
        assertThat(take(new Document("claims", Arrays.asList(2)).append("key", "k")))
                .isTrue();
    }

    private static Document owned(String owner, int slot) {
        return new Document("owner", new Document("id", owner)).append("slot", slot);
    }
}
