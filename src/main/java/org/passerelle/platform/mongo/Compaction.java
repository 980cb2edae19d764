package org.passerelle.platform.mongo;

import java.io.IOException;
import java.nio.file.Path;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.passerelle.platform.files.OwnerOnlyFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites a closed store into a fresh file that holds nothing but live pages, which then takes the place of the old one.
 * The old file stays until the new one is complete, so a crash at any moment leaves one of the two.
 */
final class Compaction {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    /** A larger file would hold up the end of the program; it is left as it is. */
    private static final long LARGEST = 512L << 20;

    private Compaction() {}

    /** Finishes or undoes what a crash has interrupted; to be called before the file is opened. */
    static void tidyUp(Path file) {
        MVStoreTool.compactCleanUp(file.toString());
    }

    /** Rewrites {@code file}, which nobody has open. If that fails the file is as it was. */
    static void rewrite(Path file) {
        if (file.toFile().length() > LARGEST) {
            return;
        }
        try {
            MVStoreTool.compact(file.toString(), true);
            // The fresh file was made with the rights that the umask gives.
            OwnerOnlyFiles.tighten(file);
        } catch (MVStoreException | IOException e) {
            LOG.warn("The database file {} could not be compacted, and is as it was", file, e);
        }
    }
}
