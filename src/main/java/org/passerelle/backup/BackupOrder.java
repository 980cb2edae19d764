package org.passerelle.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A backup that is wanted.
 *
 * @param data the data folder
 * @param passphrase that the keys are sealed with; without it they are not in the backup
 * @param besides folders in the data folder that are no part of the installation, such as that of the backups
 */
public record BackupOrder(Path data, Optional<String> passphrase, List<Path> besides) {

    public BackupOrder {
        data = data.toAbsolutePath().normalize();
        besides =
                besides.stream().map(each -> each.toAbsolutePath().normalize()).toList();
    }

    public BackupOrder(Path data, Optional<String> passphrase) {
        this(data, passphrase, List.of());
    }
}
