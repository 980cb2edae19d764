package org.passerelle.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.platform.mongo.log.DocumentLog;
import org.passerelle.platform.mongo.log.LogSettings;
import org.passerelle.platform.mongo.log.disk.DiskFolder;

class FormerStoreTests {

    private static final int PEOPLE = 3_000;
    private static final Instant NOW = Instant.parse("2026-03-29T01:00:00Z");

    @TempDir
    private Path folder;

    private Path pages() {
        return folder.resolve("passerelle.mv");
    }

    private Path kept() {
        return folder.resolve("passerelle.mv.before-log");
    }

    /** As the program wrote it until the log. */
    private void writePages() {
        try (MVStore store = new MVStore.Builder()
                .fileName(pages().toString())
                .autoCommitDisabled()
                .compress()
                .open()) {
            MVMap<Object, Object> people = store.openMap(
                    "databases.passerelle.people",
                    new MVMap.Builder<>().keyType(Value.TYPE).valueType(Value.TYPE));
            for (int id = 0; id < PEOPLE; id++) {
                people.put("person-" + id, new Document("_id", "person-" + id).append("name", "Zoé " + id));
            }
            store.openMap("passerelle.people._index_by_email").put("a", "b");
            store.openMap("meta.passerelle.people").put("dataSize", 1L);
            store.commit();
        }
    }

    private void bringOver(Instant now) throws IOException {
        new FormerStore(folder, folder.resolve("log"), Clock.fixed(now, ZoneOffset.UTC)).bringOver();
    }

    private StoredRows read() throws IOException {
        StoredRows rows = new StoredRows();
        try (DocumentLog log =
                DocumentLog.open(new DiskFolder(folder.resolve("log")), LogSettings.USUAL, Clock.systemUTC(), rows)) {
            StoredDocuments people = new StoredDocuments(log, rows, "passerelle.people");
            assertThat(people.rows().all())
                    .hasSize(PEOPLE)
                    .allSatisfy(row -> assertThat(people.read(row))
                            .containsEntry("_id", row.id())
                            .containsEntry("name", "Zoé " + row.id().toString().substring(7)));
        }
        return rows;
    }

    @Test
    void bringsEveryDocumentOverAndNothingElse() throws IOException {
        writePages();

        bringOver(NOW);

        StoredRows rows = read();
        assertThat(rows.count()).isEqualTo(PEOPLE);
        assertThat(rows.databases()).containsExactly("passerelle");
    }

    @Test
    void keepsTheFormerStoreForAWeek() throws IOException {
        writePages();
        bringOver(NOW);
        assertThat(pages()).doesNotExist();
        assertThat(kept()).exists();

        bringOver(NOW.plus(Duration.ofDays(7)));
        assertThat(kept()).exists();

        bringOver(NOW.plus(Duration.ofDays(7)).plusSeconds(1));
        assertThat(kept()).doesNotExist();
        read();
    }

    @Test
    void beginsAnewWhenItWasInterrupted() throws IOException {
        writePages();
        Files.createDirectory(folder.resolve("log.new"));
        Files.writeString(folder.resolve("log.new/00000001.log"), "half a log");

        bringOver(NOW);

        read();
        assertThat(folder.resolve("log.new")).doesNotExist();
    }

    @Test
    void leavesTheFormerStoreAloneWhenItCannotBeRead() throws IOException {
        Files.writeString(pages(), "no store at all");

        assertThat(catchThrowable(() -> bringOver(NOW))).isNotNull();

        assertThat(pages()).hasContent("no store at all");
        assertThat(folder.resolve("log")).doesNotExist();
    }

    @Test
    void doesNothingInAnEmptyFolder() throws IOException {
        bringOver(NOW);

        assertThat(folder).isEmptyDirectory();
    }

    private static final class Value extends BasicDataType<Object> {

        static final Value TYPE = new Value();

        @Override
        public int compare(Object a, Object b) {
            return RowOrder.BY_ID.compare(a, b);
        }

        @Override
        public int getMemory(Object value) {
            return 100;
        }

        @Override
        public void write(WriteBuffer target, Object value) {
            byte[] bytes = Bson.value(value);
            target.putVarInt(bytes.length).put(bytes);
        }

        @Override
        public Object read(ByteBuffer source) {
            byte[] bytes = new byte[DataUtils.readVarInt(source)];
            source.get(bytes);
            return Bson.value(bytes);
        }

        @Override
        public Object[] createStorage(int size) {
            return new Object[size];
        }
    }
}
