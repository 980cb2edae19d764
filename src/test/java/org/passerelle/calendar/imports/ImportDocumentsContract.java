package org.passerelle.calendar.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.calendar.imports.ImportDocument.Found;
import org.passerelle.calendar.imports.ImportDocument.ImportLook;
import org.passerelle.calendar.imports.ImportDocument.ImportSubject;
import org.passerelle.calendar.imports.ImportDocument.Version;
import org.passerelle.calendar.imports.ImportSource.SourceKind;
import org.passerelle.calendar.imports.ImportedDates.MadeBooking;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;
import org.springframework.dao.DuplicateKeyException;

/** An import is looked at by one node at a time, and what is large of it lies apart. */
@FactsOf(ImportDocuments.class)
public abstract class ImportDocumentsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");
    private static final RoomId SEINE = new RoomId("melun-seine");
    private static final ImportLook LOOKED = new ImportLook(NINE, NINE.plusSeconds(60), 2, ImportFailure.UNREACHABLE);

    private ImportDocuments imports;

    @BeforeEach
    void begin() {
        imports = new ImportDocuments(mongo());
    }

    private static ImportDocument document(String id, int slot, RoomId room, SourceKind kind, Instant next) {
        ImportSubject subject =
                new ImportSubject(room.value(), kind, "https://x.example/é.ics", "Été 🌞", NINE.minusSeconds(60));
        return new ImportDocument(id, slot, subject, new ImportLook(null, next, 0, null), null, Found.NONE);
    }

    private static ImportDocument document(String id, int slot) {
        return document(id, slot, SEINE, SourceKind.URL, NINE);
    }

    @Test
    void findsAnImportAsItWasAdded() {
        imports.add(document("a", 1));

        assertThat(imports.find("a")).contains(document("a", 1));
        assertThat(imports.all()).containsExactly(document("a", 1));
        assertThat(imports.find("b")).isEmpty();
        assertThat(imports.text("a")).isEmpty();
        assertThat(imports.dates("a")).isEmpty();
    }

    @Test
    void givesEachNumberOfARoomToOneImport() {
        imports.add(document("a", 1));
        imports.add(document("b", 1, new RoomId("almont"), SourceKind.URL, NINE));

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> imports.add(document("c", 1)));
        imports.add(document("c", 2));

        assertThat(imports.slotsOf(SEINE)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void keepsACalendarThatWasHandedInApart() {
        ImportDocument text = document("a", 1, SEINE, SourceKind.TEXT, NINE);

        imports.add(text);

        assertThat(imports.find("a")).contains(text.withoutText());
        assertThat(imports.text("a")).isEqualTo(text.source().value());
    }

    @Test
    void isTakenByOneOfEightNodes() {
        imports.add(document("a", 1));
        ImportDocument due = imports.find("a").orElseThrow();

        List<Boolean> taken = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i ->
                        () -> new ImportDocuments(mongo()).take(due, NINE.plus(Duration.ofMinutes(10 + i))))
                .toList());

        assertThat(taken).containsOnlyOnce(true);
        assertThat(imports.find("a").orElseThrow().look().next())
                .isEqualTo(NINE.plus(Duration.ofMinutes(10 + taken.indexOf(true))));
        assertThat(imports.take(document("gone", 2), NINE)).isFalse();
    }

    @Test
    void tellsWhichAreDue() {
        imports.add(document("a", 1));
        imports.add(document("b", 2, SEINE, SourceKind.URL, NINE.plusMillis(1)));

        assertThat(imports.due(NINE)).containsExactly(NINE);
        assertThat(imports.due(NINE.minusMillis(1))).isEmpty();
        assertThat(imports.due(NINE.plusMillis(1))).hasSize(2);
    }

    @Test
    void notesWhatCameOfALookAndLeavesTheRest() {
        Version version = new Version("\"etag\"", null, "sum", NINE);
        Found found = new Found(3, List.of(), List.of(new ImportDocument.Broken("u", 7, null, null, null)));
        imports.add(document("a", 1));

        imports.note("a", LOOKED, version, found);
        imports.note("a", LOOKED);

        assertThat(imports.find("a"))
                .contains(new ImportDocument("a", 1, document("a", 1).subject(), LOOKED, version, found));
        imports.note("a", Found.NONE);
        assertThat(imports.find("a").orElseThrow().version()).isEqualTo(version);
        assertThat(imports.find("a").orElseThrow().found()).isEqualTo(Found.NONE);
    }

    @Test
    void notesNothingOfAnImportThatIsGone() {
        imports.note("a", LOOKED, new Version(null, null, "sum", NINE), Found.NONE);
        imports.note("a", LOOKED);
        imports.note("a", Found.NONE);

        assertThat(imports.all()).isEmpty();
    }

    @Test
    void removesAnImportWithItsTextAndDates() {
        imports.add(document("a", 1, SEINE, SourceKind.TEXT, NINE));
        imports.saveDates("a", List.of(new MadeBooking("booking", "digest", NINE)));
        imports.saveDates("a", List.of(new MadeBooking("booking", ImportedDates.UNSETTLED, NINE)));
        assertThat(imports.dates("a")).containsExactly(new MadeBooking("booking", "", NINE));

        imports.remove("a");
        imports.remove("a");

        assertThat(imports.find("a")).isEmpty();
        assertThat(imports.text("a")).isEmpty();
        assertThat(imports.dates("a")).isEmpty();
    }

    @Test
    void readsAnImportWithoutWhatIsOptional() {
        imports.add(document("a", 1));
        Document unset = new Document("version", "").append("look.last", "").append("look.failure", "");
        documents("imports").updateMany(new Document(), new Document("$unset", unset));

        assertThat(imports.find("a")).contains(document("a", 1));
    }
}
