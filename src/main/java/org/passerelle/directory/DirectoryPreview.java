package org.passerelle.directory;

import org.passerelle.directory.DirectoryUpdates.UpdateOutcome;

/** Shows the directory of another file, and puts nothing in force. */
public interface DirectoryPreview {

    /**
     * The directory that a file means, and whether it means something else than the one in force. It is not asked what bookings
     * occupy, and the numbers of its rooms are made up.
     */
    UpdateOutcome preview(String yaml);
}
