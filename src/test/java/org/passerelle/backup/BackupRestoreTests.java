package org.passerelle.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.backup.archive.BackupFile;
import org.passerelle.backup.archive.BackupManifest;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.files.OwnerOnly;
import org.passerelle.platform.snapshot.StoreFindings;

/** A backup is what there was at one moment, and what is restored is that and nothing else. */
class BackupRestoreTests {

    private static final int WRITERS = 4;
    private static final int BEFORE = 40;

    @TempDir
    private Path folder;

    private final Clock clock = new MutableClock();

    private BackupManifest backUp(SmallInstallation from, Path file, Optional<String> passphrase) {
        return NewFile.write(
                file, out -> new TakeBackup(from.store, clock).to(out, from.orderWith(passphrase), ProgressLog.SILENT));
    }

    private StoreFindings restore(Path file, Path data, Optional<String> passphrase) {
        try (BackupFile backup = BackupFile.open(file, passphrase, Long.MAX_VALUE)) {
            return new RestoreTarget(data, Optional.empty()).restore(backup, ProgressLog.SILENT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bringsBackDocumentsIndexesFilesAndKeys() throws IOException {
        Path file = folder.resolve("backup.zip");
        Path other = folder.resolve("other");
        Optional<String> passphrase = Optional.of(SmallInstallation.PASSPHRASE);
        List<BookingId> booked = new ArrayList<>();
        try (SmallInstallation from = SmallInstallation.in(folder.resolve("data"))) {
            from.write("what a later version adds", "yes");
            from.write("later.key", "later");
            booked.add(from.book());
            booked.add(from.book());
            BackupManifest manifest = backUp(from, file, passphrase);

            assertThat(manifest.moment()).isEqualTo(MutableClock.TODAY);
            assertThat(manifest.leftOut())
                    .containsExactly("the file what a later version adds, which is none of the program's");
            assertThat(restore(file, other, passphrase).all()).isEmpty();
        }

        assertThat(other.resolve("mail/one.eml")).hasContent("A mail\r\n");
        assertThat(other.resolve("secrets.key")).hasContent("a secret");
        assertThat(other.resolve("later.key")).hasContent("later");
        assertThat(other.resolve("restoring")).doesNotExist();
        assertThat(OwnerOnly.openToOthers(other)).isEmpty();
        assertThat(OwnerOnly.openToOthers(file)).isEmpty();
        try (SmallInstallation back = SmallInstallation.restoredIn(other)) {
            assertThat(booked).allMatch(back::has);
            assertThat(back.store.database().getCollection("keys").find().first())
                    .hasToString(new Document("_id", "mail")
                            .append("key", new org.bson.types.Binary(SmallInstallation.KEY))
                            .toString());
            assertThat(catchThrowable(back::book)).hasMessageContaining("Occupied");
        }
    }

    /** The first half hour is taken in the restored store, as it was in the one that was backed up. */
    @Test
    void keepsWithoutAPassphraseNoKeyAndSaysSo() throws IOException {
        Path file = folder.resolve("backup.zip");
        Path other = folder.resolve("other");
        try (SmallInstallation from = SmallInstallation.in(folder.resolve("data"))) {
            from.book();
            BackupManifest manifest = backUp(from, file, Optional.empty());

            assertThat(manifest.leftOut()).containsExactly("the collection keys", "the file secrets.key");
        }
        restore(file, other, Optional.empty());

        assertThat(other.resolve("secrets.key")).doesNotExist();
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("a secret");
    }

    @Test
    void takenWhileOthersBookHasEveryBookingThatWasAnsweredBeforeAndFitsTogether() {
        Path file = folder.resolve("backup.zip");
        Path other = folder.resolve("other");
        ConcurrentLinkedQueue<BookingId> answered = new ConcurrentLinkedQueue<>();
        AtomicBoolean isTaken = new AtomicBoolean();
        AtomicReference<List<BookingId>> before = new AtomicReference<>(List.of());
        try (SmallInstallation from = SmallInstallation.in(folder.resolve("data"))) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                work.add(() -> {
                    while (!isTaken.get()) {
                        answered.add(from.book());
                    }
                    return true;
                });
            }
            work.add(() -> {
                try {
                    while (answered.size() < BEFORE) {
                        Thread.onSpinWait();
                    }
                    before.set(List.copyOf(answered));
                    backUp(from, file, Optional.empty());
                    return true;
                } finally {
                    isTaken.set(true);
                }
            });
            Together.all(work);
        }

        StoreFindings findings = restore(file, other, Optional.empty());

        assertThat(findings.isClean()).as(findings.all().toString()).isTrue();
        assertThat(before.get()).hasSizeGreaterThanOrEqualTo(BEFORE);
        try (SmallInstallation back = SmallInstallation.restoredIn(other)) {
            assertThat(before.get()).allMatch(back::has);
        }
    }

    @Test
    void isNotRestoredWhereSomethingIs() throws IOException {
        Path file = folder.resolve("backup.zip");
        try (SmallInstallation from = SmallInstallation.in(folder.resolve("data"))) {
            backUp(from, file, Optional.empty());
        }
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("theirs"), "theirs");

        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> restore(file, other, Optional.empty()))
                .withMessageContaining("is not empty");
        assertThat(names(other)).containsExactly("theirs");
    }

    /** As of two bookings that hold the same slot, which no store of ours has ever held. */
    @Test
    void leavesNothingBehindIfWhatIsInItCannotBe() throws IOException {
        Path file = folder.resolve("backup.zip");
        try (SmallInstallation from = SmallInstallation.in(folder.resolve("data"))) {
            var bookings = from.store.database().getCollection("bookings");
            bookings.dropIndex("claims_once");
            bookings.insertOne(new Document("_id", "a").append("version", 1L).append("claims", List.of(7L)));
            bookings.insertOne(new Document("_id", "b").append("version", 1L).append("claims", List.of(7L)));
            NewFile.write(
                    file,
                    out -> new TakeBackup(new WithIndex(from.store, "claims"), clock)
                            .to(out, from.orderWith(Optional.empty()), ProgressLog.SILENT));
        }

        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> restore(file, folder.resolve("other"), Optional.empty()))
                .withMessageContaining("exclude each other");
        assertThat(names(folder.resolve("other"))).isEmpty();
    }

    @Test
    void overwritesNoFile() throws IOException {
        Path file = Files.writeString(folder.resolve("backup.zip"), "precious");
        try (SmallInstallation from = SmallInstallation.in(folder.resolve("data"))) {
            assertThatExceptionOfType(BackupRefused.class)
                    .isThrownBy(() -> backUp(from, file, Optional.empty()))
                    .withMessageContaining("already");
        }
        assertThat(file).hasContent("precious");
        assertThat(names(folder)).containsExactlyInAnyOrder("backup.zip", "data");
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new HashSet<>();
            files.forEach(each -> names.add(each.getFileName().toString()));
            return names;
        }
    }
}
