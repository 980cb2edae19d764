package org.passerelle.backup.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** The passphrase that an installation seals its backups with, {@code PASSERELLE_BACKUP_PASSPHRASE}: itself, or {@code file:} and where it stands. */
public final class Passphrase {

    private static final String PROPERTY = "passerelle.backup.passphrase";
    private static final String FILE = "file:";
    private static final int SHORTEST = 12;

    private Passphrase() {}

    /** @throws BackupRefused if it cannot be read, or could be guessed */
    public static Optional<String> of(Environment environment) {
        return of(environment.getProperty(PROPERTY, ""));
    }

    /** Of the setting as it is written; empty if it is. */
    public static Optional<String> of(String given) {
        if (!StringUtils.hasText(given)) {
            return Optional.empty();
        }
        String passphrase = given.startsWith(FILE) ? read(Path.of(given.substring(FILE.length()))) : given;
        if (passphrase.length() < SHORTEST) {
            throw new BackupRefused("The passphrase of PASSERELLE_BACKUP_PASSPHRASE has fewer than " + SHORTEST
                    + " characters, and could be guessed.");
        }
        return Optional.of(passphrase);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new BackupRefused(
                    "The file that PASSERELLE_BACKUP_PASSPHRASE names cannot be read: " + file + ".", e);
        }
    }
}
