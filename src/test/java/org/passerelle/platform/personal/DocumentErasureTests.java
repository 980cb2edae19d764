package org.passerelle.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.digest.Digests;

class DocumentErasureTests {

    private static final String ADDRESS = "odile.lenfant@firm.example";
    private static final String ALIAS = "erased-abcdefgh23456789@unknown.invalid";

    private final DocumentErasure erasure = new DocumentErasure(Subjects.odile());

    @Test
    void takesOutTheEntriesThatAreAboutThem() {
        Document document = new Document(
                        "attendees",
                        List.of(
                                new Document("email", ADDRESS).append("name", "O."),
                                new Document("email", "lea@x.example")))
                .append(
                        "people",
                        new Document("a1", new Document("email", ADDRESS))
                                .append("a2", new Document("email", "lea@x.example")));

        Document cut = erasure.cut(document);

        assertThat(cut.getList("attendees", Document.class)).containsExactly(new Document("email", "lea@x.example"));
        assertThat(cut.get("people", Document.class)).containsOnlyKeys("a2");
    }

    @Test
    void cutsTextsHoweverDeepTheyLie() {
        Document document = new Document("a", List.of(List.of(new Document("b", "mail " + ADDRESS))))
                .append("owner", ADDRESS)
                .append("by", "outsider:" + Digests.shortHex(ADDRESS))
                .append("count", 3);

        Document cut = erasure.cut(document);

        assertThat(cut)
                .isEqualTo(new Document("a", List.of(List.of(new Document("b", "mail " + ALIAS))))
                        .append("owner", ALIAS)
                        .append("by", "outsider:abcdefgh23456789")
                        .append("count", 3));
    }

    @Test
    void leavesADocumentOfOthersTheVerySame() {
        Document document =
                new Document("owner", "odile-id").append("attendees", List.of(new Document("email", "lea@x.example")));

        assertThat(erasure.cut(document)).isSameAs(document);
    }
}
