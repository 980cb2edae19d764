package org.passerelle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.MutableClock;
import org.passerelle.backup.BackupOrder;
import org.passerelle.backup.NewFile;
import org.passerelle.backup.ProgressLog;
import org.passerelle.backup.RestoreTarget;
import org.passerelle.backup.SmallInstallation;
import org.passerelle.backup.TakeBackup;
import org.passerelle.backup.archive.BackupFile;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.OpenStore;
import org.passerelle.platform.snapshot.StoreSnapshots;

/** From the embedded store into a replica set, out of that as of one moment, and back. */
@OnReplicaSet
class ReplicaSetBackupIT {

    private static final Optional<String> NO_PASSPHRASE = Optional.empty();

    @TempDir
    private Path folder;

    private Path backUp(StoreSnapshots store, String name) {
        Path file = folder.resolve(name);
        NewFile.write(
                file,
                out -> new TakeBackup(store, new MutableClock())
                        .to(out, new BackupOrder(folder.resolve("no files"), NO_PASSPHRASE), ProgressLog.SILENT));
        return file;
    }

    private void restore(Path file, String data, Optional<String> server) throws IOException {
        try (BackupFile backup = BackupFile.open(file, NO_PASSPHRASE, Long.MAX_VALUE)) {
            assertThat(new RestoreTarget(folder.resolve(data), server)
                            .restore(backup, ProgressLog.SILENT)
                            .isClean())
                    .isTrue();
        }
    }

    @Test
    void goesIntoAReplicaSetAndBack() throws IOException {
        String uri = OnReplicaSet.Server.SHARED.getReplicaSetUrl("moved");
        BookingId booked;
        Path first;
        try (SmallInstallation from = SmallInstallation.in(folder.resolve("data"))) {
            booked = from.book();
            first = backUp(from.store, "first.zip");
        }

        restore(first, "files", Optional.of(uri));
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> restore(first, "others", Optional.of(uri)))
                .withMessageContaining("not empty");
        try (OpenStore server = OpenStore.server(uri)) {
            Path second = backUp(server, "second.zip");
            server.database().getCollection("bookings").deleteMany(new Document());
            restore(second, "back", Optional.empty());
        }

        try (SmallInstallation back = SmallInstallation.restoredIn(folder.resolve("back"))) {
            assertThat(back.has(booked)).isTrue();
        }
    }
}
