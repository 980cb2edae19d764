package org.passerelle.backup.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.backup.SmallInstallation;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.backup.check.CheckStore;
import org.passerelle.backup.transfer.ImportBookings.ImportedLine;
import org.passerelle.booking.model.BookingId;

/** What is exported can be read by people, tells no secret, and can be booked elsewhere: once, and over nobody. */
class TransferTests {

    @TempDir
    private Path folder;

    private SmallInstallation from;
    private SmallInstallation to;
    private Path exported;

    @BeforeEach
    void open() {
        from = SmallInstallation.in(folder.resolve("from"));
        to = SmallInstallation.in(folder.resolve("to"));
        exported = folder.resolve("exported");
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    private List<ImportedLine> imported(SmallInstallation into) throws IOException {
        ImportBookings imports = into.imports();
        return Files.readAllLines(exported.resolve("bookings.jsonl")).stream()
                .map(imports::add)
                .toList();
    }

    @Test
    void writesWhatPeopleReadAndNoSecret() throws IOException {
        from.book();
        from.store
                .database()
                .getCollection("directory")
                .insertOne(new Document("_id", "current").append("text", "sites: {}"));
        from.store
                .database()
                .getCollection("people")
                .insertOne(new Document("_id", "p1")
                        .append("email", "x@y.example")
                        .append("name", "=X, \"Y\"")
                        .append("role", "MEMBER")
                        .append("sites", List.of("melun"))
                        .append("password", "{bcrypt}hash"));

        assertThat(new ExportInstallation(from.store).to(exported)).isEqualTo(1);

        assertThat(exported.resolve("directory.yaml")).hasContent("sites: {}");
        assertThat(Files.readString(exported.resolve("people.csv")))
                .contains("x@y.example,\"'=X, \"\"Y\"\"\",MEMBER,,melun")
                .doesNotContain("hash");
        assertThat(Files.readString(exported.resolve("rooms/melun-seine.ics")))
                .contains("BEGIN:VEVENT", "DTSTART:20260401T070000Z", "SUMMARY:Comité");
        assertThat(Files.readString(exported.resolve("bookings.jsonl")).lines()).hasSize(1);
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> new ExportInstallation(from.store).to(exported))
                .withMessageContaining("already");
    }

    @Test
    void booksElsewhereOnceWhatIsExported() throws IOException {
        BookingId booked = from.book();
        new ExportInstallation(from.store).to(exported);

        assertThat(imported(to)).containsExactly(new ImportedLine(java.util.Optional.empty(), true));
        assertThat(imported(to)).containsExactly(new ImportedLine(java.util.Optional.empty(), false));
        assertThat(imported(from)).extracting(ImportedLine::isNew).containsExactly(false);

        assertThat(to.bookings.find(booked).orElseThrow().occurrences())
                .isEqualTo(from.bookings.find(booked).orElseThrow().occurrences());
        assertThat(new CheckStore().check(to.store).isClean()).isTrue();
    }

    @Test
    void booksOverNobodyAndSaysWhatClashes() throws IOException {
        from.book();
        from.book();
        new ExportInstallation(from.store).to(exported);
        BookingId theirs = to.book();

        List<ImportedLine> lines = imported(to);

        assertThat(lines).extracting(ImportedLine::isNew).containsExactlyInAnyOrder(false, true);
        assertThat(lines)
                .filteredOn(line -> line.refusal().isPresent())
                .singleElement()
                .satisfies(line -> assertThat(line.refusal().orElseThrow()).contains("clashes with 1 bookings"));
        assertThat(to.has(theirs)).isTrue();
        assertThat(to.imports().add("{\"id\": 1}").refusal()).isPresent();
    }
}
