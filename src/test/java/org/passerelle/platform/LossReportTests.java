package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.platform.files.OwnerOnly;
import org.passerelle.platform.mongo.AcceptedLoss;
import org.passerelle.platform.mongo.AcceptedLoss.LostDocument;
import org.passerelle.platform.mongo.log.salvage.SalvageReport.Missing;
import org.springframework.core.io.support.SpringFactoriesLoader;

class LossReportTests {

    private static final Instant NOW = Instant.parse("2026-11-30T00:05:49.612Z");
    private static final Instant WRITTEN = Instant.parse("2026-11-29T10:00:00Z");

    private static final AcceptedLoss LOSS = new AcceptedLoss(
            12,
            List.of(
                    new LostDocument("bookings", "abc", WRITTEN, Document.parse("""
                                    {"_id": "abc", "bookings": [{"id": "abc", "title": "Comité", "rooms": ["melun-seine"],
                                     "start": "2026-12-01T09:00", "zone": "Europe/Paris", "state": "CONFIRMED", "organiser": "p1",
                                     "occurrences": [{"start": {"$date": "2026-12-01T08:00:00Z"}}]}]}"""), false),
                    new LostDocument("bookings", "def", WRITTEN, null, false),
                    new LostDocument("feeds", "ghi", WRITTEN, new Document("bookings", 7), true)),
            List.of(new Missing(3, WRITTEN, null)),
            List.of("/data/db/log/00000001.log"),
            "/data/db/damaged");

    private static LossReport report() {
        return LossReport.of(
                LOSS, SpringFactoriesLoader.forDefaultResourceLocation().load(StoredDocumentWords.class), NOW);
    }

    @Test
    void saysWhichBookingsAreNotThereAndWhatIsKnownOfThem() {
        assertThat(report().lines())
                .contains(
                        "At 2026-11-30T00:05:49Z Passerelle went on with what could be read of a damaged store.",
                        "Kept: 12 documents. Not kept: 3 documents.",
                        "Not kept of bookings (2):",
                        "- def, written last at 2026-11-29T10:00:00Z (nothing of it can be read)",
                        "- ghi, written last at 2026-11-29T10:00:00Z (what it held is held by a later one)")
                .anyMatch(line -> line.contains("abc: \"Comité\", [melun-seine], 2026-12-01T09:00 Europe/Paris;")
                        && line.contains("dates 2026-12-01T08:00:00Z")
                        && line.contains("made by p1"))
                .anyMatch(line -> line.startsWith("3 changes, made between 2026-11-29T10:00:00Z and the end"));
    }

    @Test
    void isKeptInAFileForItsOwnerOnly(@TempDir Path folder) throws Exception {
        report().publish(new DataFolder(folder));

        assertThat(folder.resolve("lost-20261130T000549Z.txt")).content().contains("Comité");
        assertThat(OwnerOnly.openToOthers(folder.resolve("lost-20261130T000549Z.txt")))
                .isEmpty();
    }
}
