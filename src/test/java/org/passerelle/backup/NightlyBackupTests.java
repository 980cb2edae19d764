package org.passerelle.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.MutableClock;
import org.passerelle.booking.Rooms;
import org.passerelle.platform.PasserelleProperties;

/** Once a night there is a backup that was restored and checked, or it is known that there is none. */
class NightlyBackupTests {

    @TempDir
    private Path folder;

    private final MutableClock clock = new MutableClock();
    private final List<BackupRun> runs = new ArrayList<>();
    private SmallInstallation installation;
    private Path backups;

    @BeforeEach
    void open() {
        installation = SmallInstallation.in(folder.resolve("data"));
        backups = folder.resolve("data/backups");
    }

    @AfterEach
    void close() {
        installation.close();
    }

    /** At the hour that it is in Paris on {@link MutableClock#TODAY}. */
    private NightlyBackup nightly(Path to, int hour) {
        PasserelleProperties platform = new PasserelleProperties(
                folder.resolve("data"),
                URI.create("http://localhost"),
                null,
                Duration.ZERO,
                new PasserelleProperties.Demo("", List.of()));
        return new NightlyBackup(
                new BackupProperties(to, hour, 2, SmallInstallation.PASSPHRASE),
                platform,
                new TakeBackup(installation.store, clock),
                new RunsInMemory(runs),
                Rooms::directory,
                clock);
    }

    private static int hour() {
        return MutableClock.TODAY.atZone(Rooms.PARIS).getHour();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(backups)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void makesOneANightRestoresAndChecksItAndKeepsTheNewest() throws IOException {
        NightlyBackup nightly = nightly(backups, hour());
        for (int night = 0; night < 3; night++) {
            nightly.comeRound();
            nightly.comeRound();
            clock.advance(Duration.ofDays(1));
        }

        assertThat(runs).hasSize(3).allSatisfy(run -> {
            assertThat(run.checked()).isPresent();
            assertThat(run.bytes()).isPositive();
        });
        assertThat(files()).hasSize(2).allMatch(name -> name.matches("passerelle-202603\\d\\dT\\d{6}Z\\.zip"));
        assertThat(folder.resolve("data/restore-check")).doesNotExist();
    }

    @Test
    void waitsForItsHourAndLeavesTheNightToWhoeverHasBegunIt() {
        nightly(backups, (hour() + 1) % 24).comeRound();
        assertThat(runs).isEmpty();
        nightly(backups, hour()).comeRound();
        nightly(backups, hour()).comeRound();
        assertThat(runs).hasSize(1);
    }

    @Test
    void knowsWhenItCouldNotBeWrittenOrHasSomethingWrongAndDeletesNothingThen() throws IOException {
        Files.writeString(folder.resolve("a file"), "");
        nightly(folder.resolve("a file"), hour()).comeRound();
        assertThat(runs).extracting(BackupRun::fault).containsExactly(Optional.of(BackupFault.NOT_WRITTEN));
        runs.clear();
        installation.store.database().getCollection("changeLog").insertOne(new Document("_id", 7L));
        NightlyBackup nightly = nightly(backups, hour());
        for (int night = 0; night < 3; night++) {
            nightly.comeRound();
            clock.advance(Duration.ofDays(1));
        }

        assertThat(runs).extracting(BackupRun::fault).containsOnly(Optional.of(BackupFault.FOUND_WRONG));
        assertThat(files()).hasSize(3);
    }
}
