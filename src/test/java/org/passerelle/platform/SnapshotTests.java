package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.platform.snapshot.StoreSnapshot;
import org.passerelle.platform.snapshot.WholeDocuments;

/** A snapshot shows what stood at its moment, also when the log has been tidied up since. */
class SnapshotTests {

    private static final int DOCUMENTS = 50;
    private static final String BULK = "x".repeat(2_000);

    @TempDir
    private Path folder;

    @Test
    void showsItsMomentWhileEverythingChangesAndOldSegmentsGo() {
        try (EmbeddedMongoStore store = EmbeddedMongoStore.openTidy(folder)) {
            var things = store.database().getCollection("things");
            for (int i = 0; i < DOCUMENTS; i++) {
                things.insertOne(new Document("_id", i).append("round", 0).append("bulk", BULK));
            }
            try (StoreSnapshot snapshot = store.take()) {
                Path first = folder.resolve("log/00000001.log");
                for (int round = 1; round <= 8; round++) {
                    for (int i = 1; i < DOCUMENTS; i++) {
                        things.replaceOne(new Document("_id", i), new Document("round", round).append("bulk", BULK));
                    }
                }
                things.deleteOne(new Document("_id", 0));
                store.database().getCollection("later").insertOne(new Document("_id", 1));

                List<Document> seen = new ArrayList<>();
                snapshot.read("things", new WholeDocuments(seen::add));
                assertThat(seen).hasSize(DOCUMENTS).allMatch(document -> document.getInteger("round") == 0);
                assertThat(snapshot.collections()).contains("things").doesNotContain("later");
                assertThat(first).exists();
            }
        }
    }
}
