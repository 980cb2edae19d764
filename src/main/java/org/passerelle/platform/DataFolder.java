package org.passerelle.platform;

import java.io.IOException;
import java.nio.file.Path;
import org.passerelle.platform.files.OwnerOnlyFiles;
import org.passerelle.platform.files.OwnerOnlyFiles.Tightened;
import org.passerelle.platform.mongo.DataFolderUnusable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of everything that is kept outside an outside database. What an earlier version, or a copy, has left open to
 * other users of the machine is closed to them before anything in it is opened.
 */
final class DataFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private final Path path;

    DataFolder(Path path) {
        this.path = path;
        try {
            say(OwnerOnlyFiles.tighten(path));
        } catch (IOException e) {
            throw new DataFolderUnusable(path, e);
        }
    }

    private void say(Tightened tightened) {
        if (tightened.changed() > 0) {
            LOG.info(
                    "Other users of this machine had rights to {} files and folders in {}; they have none any more",
                    tightened.changed(),
                    path);
        }
        if (tightened.refused() > 0) {
            LOG.warn(
                    "Other users of this machine have rights to {} files or folders in {}, which belong to another user",
                    tightened.refused(),
                    path);
        }
    }

    /** Where the part of the program named {@code name} keeps its files. */
    Path resolve(String name) {
        return path.resolve(name);
    }
}
