package org.passerelle.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.backup.archive.BackupFile;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.backup.archive.Passphrase;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.platform.PasserelleProperties;
import org.passerelle.platform.files.OwnerOnlyFiles;
import org.passerelle.platform.snapshot.StoreFindings;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes a backup every night, restores it into a folder of its own and checks what is there then: a backup that was never restored is
 * none. Of several nodes one does it. Older files go only once a newer one has proved itself.
 */
@Component
class NightlyBackup extends RegularWork {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    private static final String NAME = "backup";
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final int NIGHTS_KNOWN = 60;
    private static final DateTimeFormatter FILE =
            DateTimeFormatter.ofPattern("'passerelle-'uuuuMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);
    private static final Pattern OURS = Pattern.compile("passerelle-\\d{8}T\\d{6}Z\\.zip");
    private static final Pattern UNFINISHED = Pattern.compile(OURS + "\\.part");

    private final BackupProperties settings;
    private final Path data;
    private final TakeBackup backups;
    private final BackupRuns runs;
    private final Directories directories;
    private final Clock clock;

    /** The night that is over, by the date of its morning; confined to the thread. */
    private String over = "";

    NightlyBackup(
            BackupProperties settings,
            PasserelleProperties platform,
            TakeBackup backups,
            BackupRuns runs,
            Directories directories,
            Clock clock) {
        super(NAME);
        this.settings = settings;
        this.data = platform.dataDir().toAbsolutePath().normalize();
        this.backups = backups;
        this.runs = runs;
        this.directories = directories;
        this.clock = clock;
    }

    @Override
    protected void schedule(WorkTimer started) {
        if (settings.wanted().isPresent()) {
            started.every(ROUND, this::comeRound);
        }
    }

    void comeRound() {
        LocalDateTime local = LocalDateTime.ofInstant(clock.instant(), zone());
        String night = local.toLocalDate().toString();
        if (local.getHour() != settings.hour() || night.equals(over)) {
            return;
        }
        BackupRun run = BackupRun.begun(night, clock.instant());
        boolean isOurs = runs.begin(run);
        over = night;
        if (isOurs) {
            BackupRun ended = made(run, settings.wanted().orElseThrow());
            runs.end(ended);
            runs.forgetBefore(local.toLocalDate().minusDays(NIGHTS_KNOWN).toString());
        }
    }

    private BackupRun made(BackupRun run, Path folder) {
        Path file = folder.resolve(FILE.format(run.begun()));
        BackupFault step = BackupFault.NOT_WRITTEN;
        try {
            Optional<String> passphrase = Passphrase.of(settings.passphrase());
            OwnerOnlyFiles.createFolders(folder);
            BackupOrder order = new BackupOrder(data, passphrase, List.of(folder));
            NewFile.write(file, out -> backups.to(out, order, ProgressLog.SILENT));
            step = BackupFault.NOT_RESTORED;
            StoreFindings findings = restored(file, passphrase);
            if (!findings.isClean()) {
                findings.all().forEach(finding -> LOG.error("In the backup {}: {}", file, finding.line()));
                return run.failed(Files.size(file), BackupFault.FOUND_WRONG);
            }
            prune(folder);
            LOG.info("The backup {} was made, restored and checked", file);
            return run.checked(Files.size(file), clock.instant());
        } catch (IOException | RuntimeException e) {
            WorkFailures.report(LOG, NAME, "The backup of this night failed", e);
            return run.failed(sizeOf(file), step);
        }
    }

    /** What is wrong in the backup once it is restored; nothing is left of it then. */
    private StoreFindings restored(Path file, Optional<String> passphrase) throws IOException {
        Path scratch = data.resolve(BackupScope.SCRATCH);
        RestoreTarget.delete(scratch);
        RestoreTarget target = new RestoreTarget(scratch, Optional.empty());
        // The program has to go on writing on the same disk.
        try (BackupFile backup = BackupFile.open(file, passphrase, target.room() / 2)) {
            return target.restore(backup, ProgressLog.SILENT);
        } finally {
            RestoreTarget.delete(scratch);
        }
    }

    private void prune(Path folder) throws IOException {
        List<Path> ours;
        try (Stream<Path> files = Files.list(folder)) {
            ours = files.filter(
                            file -> OURS.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        }
        deleteUnfinished(folder);
        for (Path old : ours.subList(Math.min(settings.keep(), ours.size()), ours.size())) {
            Files.deleteIfExists(old);
        }
    }

    /** What a killed program has left. */
    private static void deleteUnfinished(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.filter(file ->
                            UNFINISHED.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
        for (Path each : left) {
            Files.deleteIfExists(each);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new BackupRefused("The backup " + file + " cannot be looked at: " + e.getMessage() + ".", e);
        }
    }

    private ZoneId zone() {
        return directories.current().sites().stream()
                .map(Site::zone)
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }
}
