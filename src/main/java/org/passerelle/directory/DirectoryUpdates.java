package org.passerelle.directory;

import java.util.List;
import org.passerelle.directory.fault.FileFault;
import org.passerelle.directory.version.VersionClaim;
import org.passerelle.directory.version.VersionNote;

/** Replaces the directory by that of another file, as a whole or not at all. */
public interface DirectoryUpdates {

    /** The file in force as it was accepted, comments included. */
    String text();

    /**
     * Puts a file in force. A file that means what the one in force means changes nothing but the text. Refused are files
     * with faults, and files that take away what a booking still occupies: a room, units, or the parts of a combined room.
     *
     * @throws DirectoryIsContended if other nodes keep replacing the directory at the same time
     * @throws org.passerelle.directory.version.DirectoryIsStale if another version than that of {@code claim} is in force
     */
    UpdateOutcome replace(String yaml, VersionClaim claim);

    /** The same over whatever is in force, by the program itself. */
    default UpdateOutcome replace(String yaml) {
        return replace(yaml, VersionClaim.overAny(VersionNote.UNKNOWN));
    }

    /** What came of it. */
    sealed interface UpdateOutcome permits Accepted, Refused {}

    /** The file is in force; {@code changed} is false if the directory was the same before. */
    record Accepted(Directory directory, boolean changed) implements UpdateOutcome {}

    /** Nothing changed. */
    record Refused(List<FileFault> faults) implements UpdateOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** Thrown when the directory was replaced by others each time that it was about to be. */
    class DirectoryIsContended extends RuntimeException {

        public DirectoryIsContended() {
            super("The directory is being replaced by somebody else at the same time");
        }
    }
}
