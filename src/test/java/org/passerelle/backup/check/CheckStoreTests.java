package org.passerelle.backup.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.backup.SmallInstallation;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.snapshot.StoreFindings;
import org.passerelle.platform.snapshot.StoreFindings.Finding;

/** Each thing that can be wrong with what is stored is told in a line, and a store that is as it must be is told to be so. */
class CheckStoreTests {

    @TempDir
    private Path folder;

    private SmallInstallation installation;
    private BookingId first;

    @BeforeEach
    void book() {
        installation = SmallInstallation.in(folder.resolve("data"));
        first = installation.book();
        installation.book();
    }

    @AfterEach
    void close() {
        installation.close();
    }

    private com.mongodb.client.MongoCollection<Document> documents(String name) {
        return installation.store.database().getCollection(name);
    }

    private StoreFindings check() {
        return new CheckStore().check(installation.store);
    }

    private List<String> wrong() {
        StoreFindings findings = check();
        assertThat(findings.isClean()).isFalse();
        return findings.all().stream().map(Finding::line).toList();
    }

    @Test
    void isCleanAsItShouldBe() {
        assertThat(check().all()).isEmpty();
    }

    @Test
    void tellsOfClaimsThatADateNeedsAndThatNoneNeeds() {
        documents("bookings").updateOne(Filters.eq("_id", first.root()), Updates.popFirst("claims"));
        documents("bookings").updateOne(Filters.eq("_id", first.root()), Updates.push("claims", Long.MAX_VALUE));

        assertThat(wrong())
                .containsExactly("wrong: bookings: " + first.root()
                        + " lacks 1 claims that its dates need, and holds 1 that no date needs");
    }

    @Test
    void tellsWhoHoldsTheSame() {
        documents("bookings").dropIndex("claims_once");
        Document copy =
                documents("bookings").find(Filters.eq("_id", first.root())).first();
        documents("bookings").insertOne(new Document(copy).append("_id", "copy"));

        assertThat(wrong())
                .anyMatch(line -> line.contains("is held by") && line.contains("copy") && line.contains(first.root()))
                .anyMatch(line -> line.contains("unique index on claims is missing"));
    }

    @Test
    void tellsOfAGapInTheChangeLog() {
        documents("changeLog").insertOne(new Document("_id", 9L));

        assertThat(wrong()).containsExactly("wrong: change log: the pages 3 to 8 are missing");
    }

    @Test
    void tellsOfNumbersThatTwoRoomsHave() {
        documents("claimNumbers")
                .updateOne(
                        Filters.eq("_id", "all"),
                        Updates.push(
                                "blocks",
                                new Document("claimant", "room:other")
                                        .append("first", 1)
                                        .append("count", 1)));

        assertThat(wrong())
                .containsExactly("wrong: numbers of rooms: room:melun-seine and room:other have the same number 1");
    }

    @Test
    void namesADocumentThatCannotBeRead() throws IOException {
        documents("things").insertOne(new Document("_id", "thing").append("text", "to be damaged"));
        damage("to be damaged");

        assertThat(wrong())
                .anyMatch(line -> line.startsWith("wrong: documents: the document thing of things cannot be read"));
    }

    private void damage(String text) throws IOException {
        Path log = folder.resolve("data/db/log/00000001.log");
        int at = new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(at).isPositive();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.seek(at);
            file.write('X');
        }
    }

    @Test
    void tellsOfABookingThatCannotBeRead() {
        documents("bookings")
                .insertOne(new Document("_id", "odd").append("version", 1L).append("bookings", "none"));

        assertThat(wrong()).anyMatch(line -> line.startsWith("wrong: bookings: odd is no booking"));
    }

    @Test
    void notesWhatWasLeftBehind() {
        documents("inbox_contents").insertOne(new Document("_id", "nobody's"));

        assertThat(check().isClean()).isTrue();
        assertThat(check().all())
                .extracting(Finding::line)
                .containsExactly("note: what belongs to others: 1 of inbox_contents belong to nothing in inbox_mails");
    }
}
