package org.passerelle.backup.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.backup.BackupOrder;
import org.passerelle.backup.NewFile;
import org.passerelle.backup.ProgressLog;
import org.passerelle.backup.RestoreTarget;
import org.passerelle.backup.TakeBackup;
import org.passerelle.backup.archive.BackupFile;
import org.passerelle.backup.archive.BackupManifest;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.backup.archive.Passphrase;
import org.passerelle.backup.check.CheckStore;
import org.passerelle.backup.control.ControlClient;
import org.passerelle.backup.transfer.ExportInstallation;
import org.passerelle.platform.OpenStore;
import org.passerelle.platform.snapshot.StoreFindings;
import org.springframework.core.env.ConfigurableEnvironment;

/** Does each of the commands. */
final class Commands {

    private static final String NO_PASSPHRASE =
            "Set PASSERELLE_BACKUP_PASSPHRASE, which the keys of the installation are sealed with; with --without-keys the backup is made"
                    + " without them, and after a restore the links of calendars, conferences and mails that are out are dead, and stored"
                    + " credentials are lost.";

    private final ConfigurableEnvironment environment;
    private final ProgressLog progress;
    private final Path data;

    Commands(ConfigurableEnvironment environment, ProgressLog progress) {
        this.environment = environment;
        this.progress = progress;
        this.data = OpenStore.dataFolder(environment);
    }

    /**
     * How a command ended.
     *
     * @param summary one line
     */
    record Outcome(String summary, boolean isGood) {}

    Outcome run(Command command) {
        return switch (command.name()) {
            case BACKUP -> backup(Path.of(command.operand()).toAbsolutePath(), command.isOption());
            case RESTORE -> restore(Path.of(command.operand()).toAbsolutePath());
            case CHECK -> check(command.isOption());
            case EXPORT -> export(Path.of(command.operand()).toAbsolutePath());
            case IMPORT -> book(Path.of(command.operand()).toAbsolutePath());
        };
    }

    private Outcome backup(Path file, boolean withoutKeys) {
        Optional<String> passphrase = withoutKeys ? Optional.empty() : Passphrase.of(environment);
        if (passphrase.isEmpty()) {
            if (!withoutKeys) {
                throw new BackupRefused(NO_PASSPHRASE);
            }
            progress.tell(
                    "Without the keys: after a restore the links of calendars, conferences and mails that are out are dead.");
        }
        BackupOrder order = new BackupOrder(data, passphrase);
        NewFile.write(file, out -> {
            asking(
                    store -> {
                        try {
                            new TakeBackup(store, OpenStore.clock()).to(out, order, progress);
                            return true;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    program -> {
                        progress.tell("The program runs, and is asked.");
                        try {
                            program.backup(out, passphrase);
                            return true;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            return true;
        });
        return new Outcome(verified(file, passphrase), true);
    }

    /** What is not whole is no backup, and is not left there to be taken for one. */
    private static String verified(Path file, Optional<String> passphrase) {
        try (BackupFile written = BackupFile.open(file, passphrase, Long.MAX_VALUE)) {
            return "Backup %s: %s, %d kB".formatted(file, words(written.manifest()), Files.size(file) >> 10);
        } catch (BackupRefused | IOException e) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                e.addSuppressed(stays);
            }
            throw new BackupRefused("The backup did not come out whole: " + e.getMessage(), e);
        }
    }

    private static String words(BackupManifest manifest) {
        return "%d documents in %d collections and %d files as of %s%s"
                .formatted(
                        manifest.documents(),
                        manifest.collections(),
                        manifest.files(),
                        manifest.moment(),
                        manifest.seal().isPresent() ? "" : ", without keys");
    }

    private Outcome restore(Path file) {
        Optional<String> server = OpenStore.isEmbedded(environment)
                ? Optional.empty()
                : Optional.ofNullable(environment.getProperty("spring.mongodb.uri"));
        RestoreTarget target = new RestoreTarget(data, server);
        try (BackupFile backup = BackupFile.open(file, Passphrase.of(environment), target.room())) {
            progress.tell("The backup is whole: " + words(backup.manifest()) + ".");
            backup.manifest().leftOut().forEach(each -> progress.tell("Not in the backup: " + each + "."));
            StoreFindings findings = target.restore(backup, progress);
            tell(findings);
            return new Outcome(
                    "Restored %s: %s; %s".formatted(file, words(backup.manifest()), words(findings)),
                    findings.isClean());
        } catch (IOException e) {
            throw new BackupRefused("The backup cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private Outcome check(boolean repairs) {
        return asking(
                store -> {
                    CheckStore rules = new CheckStore();
                    StoreFindings findings = rules.check(store);
                    tell(findings);
                    if (repairs && findings.derived() > 0) {
                        rules.repair(findings, store.database()).forEach(done -> progress.tell("done: " + done));
                        findings = rules.check(store);
                    }
                    return new Outcome("Checked: " + words(findings), findings.isClean());
                },
                program -> {
                    ControlClient.CheckAnswer answer = program.check(repairs);
                    answer.lines().forEach(progress::tell);
                    return new Outcome("Checked while the program runs: " + words(answer.wrong()), answer.wrong() == 0);
                });
    }

    private Outcome export(Path folder) {
        long count = asking(store -> new ExportInstallation(store).to(folder), program -> exported(program, folder));
        return new Outcome("Exported %d bookings into %s".formatted(count, folder), true);
    }

    /** The program gives a backup without keys, which is restored in a folder of its own and exported from there. */
    private static long exported(ControlClient program, Path folder) {
        Path scratch;
        try {
            scratch = Files.createTempDirectory("passerelle-export");
        } catch (IOException e) {
            throw new BackupRefused("No temporary folder can be made: " + e.getMessage() + ".", e);
        }
        try {
            Path file = scratch.resolve("backup.zip");
            NewFile.write(file, out -> {
                program.backup(out, Optional.empty());
                return true;
            });
            RestoreTarget target = new RestoreTarget(scratch.resolve("data"), Optional.empty());
            try (BackupFile backup = BackupFile.open(file, Optional.empty(), target.room())) {
                target.restore(backup, ProgressLog.SILENT);
            }
            try (OpenStore store = OpenStore.embedded(scratch.resolve("data"))) {
                return new ExportInstallation(store).to(folder);
            }
        } catch (IOException e) {
            throw new BackupRefused("The export failed: " + e.getMessage() + ".", e);
        } finally {
            RestoreTarget.delete(scratch);
        }
    }

    /** By the program that runs, which then knows of them, and refuses what clashes as it refuses whoever comes second. */
    private Outcome book(Path folder) {
        try (InputStream lines = Files.newInputStream(folder.resolve("bookings.jsonl"))) {
            ControlClient.ImportAnswer answer = ControlClient.of(data).book(lines);
            answer.refusals().forEach(progress::tell);
            return new Outcome(
                    "Imported from %s: %d new bookings, %d refused"
                            .formatted(
                                    folder, answer.booked(), answer.refusals().size()),
                    answer.refusals().isEmpty());
        } catch (NoSuchFileException e) {
            throw new BackupRefused("There is no " + e.getFile() + ", as an export writes it.", e);
        } catch (IOException e) {
            throw new BackupRefused("The import was broken off: " + e.getMessage() + "; it can be repeated.", e);
        }
    }

    private void tell(StoreFindings findings) {
        findings.all().forEach(finding -> progress.tell(finding.line()));
    }

    private static String words(StoreFindings findings) {
        return words(findings.wrong() + findings.derived());
    }

    private static String words(long wrong) {
        if (wrong == 0) {
            return "everything is as it must be";
        }
        return wrong == 1 ? "1 thing is not as it must be" : wrong + " things are not as they must be";
    }

    /** By the store itself, or by the program that has it open. */
    private <T> T asking(Function<OpenStore, T> alone, Function<ControlClient, T> running) {
        if (OpenStore.isEmbedded(environment) && !OpenStore.hasEmbedded(data)) {
            throw new BackupRefused(
                    "There is no store in the data folder " + data + "; is PASSERELLE_DATA_DIR that of the program?");
        }
        OpenStore.requireWhole(data);
        OpenStore store;
        try {
            store = OpenStore.of(environment);
        } catch (IllegalStateException e) {
            if (!OpenStore.isInUse(e)) {
                throw e;
            }
            return running.apply(ControlClient.of(data));
        }
        try (store) {
            return alone.apply(store);
        }
    }
}
