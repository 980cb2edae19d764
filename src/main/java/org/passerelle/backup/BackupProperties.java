package org.passerelle.backup;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The backup of every night.
 *
 * @param folder where it goes, better on another disk; without it there is none
 * @param hour at which it is made, 0 to 23, on the clock of the first site
 * @param keep how many files are kept
 * @param passphrase itself, or {@code file:} and where it stands
 */
@ConfigurationProperties("passerelle.backup")
public record BackupProperties(
        @Nullable Path folder,
        @DefaultValue("3") int hour,
        @DefaultValue("7") int keep,
        @DefaultValue("") String passphrase) {

    private static final int HOURS = 24;

    public BackupProperties {
        if (hour < 0 || hour >= HOURS) {
            throw new IllegalArgumentException("PASSERELLE_BACKUP_HOUR is no hour of the day: " + hour);
        }
        if (keep < 1) {
            throw new IllegalArgumentException("PASSERELLE_BACKUP_KEEP keeps no backup: " + keep);
        }
        if (folder != null && folder.toString().isEmpty()) {
            folder = null;
        }
        if (folder != null && passphrase.isBlank()) {
            throw new IllegalArgumentException(
                    "PASSERELLE_BACKUP_FOLDER needs PASSERELLE_BACKUP_PASSPHRASE, which the keys in each backup are sealed with");
        }
    }

    public Optional<Path> wanted() {
        return Optional.ofNullable(folder).map(each -> each.toAbsolutePath().normalize());
    }

    @Override
    public String toString() {
        return "BackupProperties[folder=" + folder + ", hour=" + hour + ", keep=" + keep + "]";
    }
}
