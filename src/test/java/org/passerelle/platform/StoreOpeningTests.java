package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.platform.files.OwnerOnly;
import org.passerelle.platform.mongo.DataFolderUnusable;
import org.passerelle.platform.mongo.EmbeddedMongo;
import org.passerelle.platform.mongo.log.LogDamaged;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** What is wrong with the store is said before anything else begins, in words and without a stack trace. */
class StoreOpeningTests {

    /** How much of the beginning of a segment its checksum covers. */
    private static final int HEADER_CHECKED = 60;

    @TempDir
    private Path folder;

    private GenericApplicationContext opened() {
        return opened(new MockEnvironment());
    }

    private GenericApplicationContext opened(MockEnvironment environment) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment.withProperty("passerelle.data-dir", folder.toString()));
        new StoreOpening().initialize(context);
        return context;
    }

    private FailureAnalysis refusal() {
        Throwable thrown = catchThrowable(this::opened);
        return Objects.requireNonNull(new StartupFailures().analyze(new IllegalStateException("around it", thrown)));
    }

    private Path file(String name) {
        return folder.resolve("db/log").resolve(name);
    }

    private void store() {
        try (EmbeddedMongoStore store = EmbeddedMongoStore.open(folder.resolve("db"))) {
            for (int i = 0; i < 20; i++) {
                store.database()
                        .getCollection("things")
                        .insertOne(new Document("_id", i).append("text", "\"text\" of " + i + ".".repeat(100)));
            }
        }
    }

    @Test
    void isClosedWithTheProgramAndWhenItsStartFails() {
        GenericApplicationContext ended = opened();
        ended.refresh();
        ended.close();
        GenericApplicationContext failed = opened();
        failed.registerBean("broken", Object.class, () -> {
            throw new IllegalStateException("on purpose");
        });
        assertThat(catchThrowable(failed::refresh)).isNotNull();

        EmbeddedMongo.open(folder.resolve("db")).close();
    }

    @Test
    void namesTheFolderThatAnotherProcessHas() {
        EmbeddedMongo other = EmbeddedMongo.open(folder.resolve("db"));

        FailureAnalysis refusal = refusal();
        other.close();

        assertThat(refusal.getDescription()).contains("Another Passerelle is running", folder.toString());
        assertThat(refusal.getAction()).contains("PASSERELLE_DATA_DIR");
    }

    @Test
    void namesTheFolderThatCannotBeWritten() throws IOException {
        Files.createFile(folder.resolve("db"));

        FailureAnalysis refusal = refusal();

        assertThat(refusal.getDescription()).contains("cannot be used", folder.toString());
    }

    @Test
    void saysWhatIsWrongWithTheDiskAndWhatToDo() {
        FailureAnalysis full = words(new IOException("No space left on device"));
        FailureAnalysis readOnly = words(new IOException("/data/db/lock: Read-only file system"));

        assertThat(full.getAction()).startsWith("Make room");
        assertThat(readOnly.getAction()).startsWith("Let the user of this process");
    }

    private FailureAnalysis words(IOException cause) {
        return Objects.requireNonNull(new StartupFailures().analyze(new DataFolderUnusable(folder, cause)));
    }

    @Test
    void namesTheFileThatIsCutTheLastGoodMomentAndTheTwoWaysOut() throws IOException {
        store();
        try (RandomAccessFile cut = new RandomAccessFile(file("00000001.log").toFile(), "rw")) {
            cut.setLength(cut.length() * 6 / 10);
        }

        FailureAnalysis refusal = refusal();

        String year = "20";
        assertThat(refusal.getDescription()).contains(file("00000001.log").toString(), "Everything up to " + year);
        assertThat(refusal.getAction()).contains("Restore the whole data folder", "--accept-loss");
    }

    @ParameterizedTest
    @CsvSource({"accept-loss, ''", "passerelle.accept-loss, true"})
    void goesOnWithWhatCanBeReadWhenTheLossIsAcceptedAndTellsIt(String option, String value) throws IOException {
        store();
        damage("\"text\" of 7");

        GenericApplicationContext context = opened(new MockEnvironment().withProperty(option, value));
        context.refresh();
        context.close();

        try (EmbeddedMongoStore left = EmbeddedMongoStore.open(folder.resolve("db"))) {
            assertThat(left.database().getCollection("things").distinct("_id", Integer.class))
                    .hasSize(19)
                    .doesNotContain(7);
        }
        assertThat(folder.toFile().list((any, name) -> name.startsWith("lost-")))
                .hasSize(1);
        assertThat(OwnerOnly.openToOthers(folder)).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            Path report = files.filter(file -> file.getFileName().toString().startsWith("lost-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(report).content().contains("Not kept of things (1)", "- 7, written last at");
        }
    }

    @Test
    void takesNoLossThatIsNotAccepted() throws IOException {
        store();
        damage("\"text\" of 7");

        assertThat(catchThrowable(() -> opened(new MockEnvironment().withProperty("accept-loss", "false"))))
                .isInstanceOf(LogDamaged.class);
        assertThat(folder.toFile().list((any, name) -> name.startsWith("lost-")))
                .isEmpty();
    }

    private void damage(String text) throws IOException {
        byte[] log = Files.readAllBytes(file("00000001.log"));
        int at = new String(log, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(at).isPositive();
        log[at] ^= 1;
        Files.write(file("00000001.log"), log);
    }

    @Test
    void namesTheFileThatIsMissing() throws IOException {
        store();
        Files.delete(file("mark"));

        assertThat(refusal().getDescription()).contains(file("mark") + " is missing");
    }

    @Test
    void saysThatANewerVersionWroteIt() throws IOException {
        store();
        ByteBuffer header =
                ByteBuffer.wrap(Files.readAllBytes(file("00000001.log"))).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(Long.BYTES, 99);
        CRC32C checksum = new CRC32C();
        checksum.update(header.array(), 0, HEADER_CHECKED);
        header.putInt(HEADER_CHECKED, (int) checksum.getValue());
        Files.write(file("00000001.log"), header.array());

        FailureAnalysis refusal = refusal();

        assertThat(refusal.getDescription()).contains("newer version");
        assertThat(refusal.getAction()).contains("restore a copy");
    }

    @Test
    void opensNoFolderThatARestoreHasNotFilledYet() throws IOException {
        Files.createDirectory(folder.resolve("restoring"));

        assertThat(refusal().getDescription()).contains("did not come to its end");
        assertThat(folder.resolve("db")).doesNotExist();
    }

    @Test
    void opensNoStoreWhereAServerIsNamed() {
        new ApplicationContextRunner()
                .withPropertyValues("passerelle.data-dir=" + folder, "spring.mongodb.uri=mongodb://db.example/")
                .withInitializer(context -> new StoreOpening().initialize((GenericApplicationContext) context))
                .run(context -> assertThat(context).doesNotHaveBean(EmbeddedMongo.class));

        assertThat(folder.resolve("db")).doesNotExist();
    }

    /** New numbers for the rooms would not meet the claims of the bookings that are left. */
    @Test
    void acceptsNoLossOfTheNumbersOfRoomsWhileBookingsAreLeft() throws IOException {
        try (EmbeddedMongoStore store = EmbeddedMongoStore.open(folder.resolve("db"))) {
            store.database().getCollection("bookings").insertOne(new Document("_id", "b"));
            store.database()
                    .getCollection("claimNumbers")
                    .insertOne(new Document("_id", "all").append("blocks", "FLIPPED"));
        }
        Path log = file("00000001.log");
        byte[] bytes = Files.readAllBytes(log);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("FLIPPED");
        bytes[at] ^= 1;
        Files.write(log, bytes);

        Throwable thrown = catchThrowable(() -> opened(new MockEnvironment().withProperty("accept-loss", "")));

        assertThat(Objects.requireNonNull(new StartupFailures().analyze(thrown)).getDescription())
                .contains("Rooms could be given twice");
        assertThat(Files.readAllBytes(log)).isEqualTo(bytes);
    }
}
