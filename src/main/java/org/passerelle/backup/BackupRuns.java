package org.passerelle.backup;

import java.util.List;
import java.util.Optional;

/** The backups of the last nights. */
public interface BackupRuns {

    /** Notes that one begins; false if one of this night was begun before, by whichever node. */
    boolean begin(BackupRun run);

    /** Notes how it ended. */
    void end(BackupRun run);

    /** The newest first. */
    List<BackupRun> lately();

    /** Forgets all before the night of this name. */
    void forgetBefore(String night);

    default Optional<BackupRun> newest() {
        return lately().stream().findFirst();
    }

    /** The newest that was restored and found good. */
    default Optional<BackupRun> newestChecked() {
        return lately().stream().filter(run -> run.checked().isPresent()).findFirst();
    }
}
