package org.passerelle.platform.mongo;

import java.nio.file.Path;

/** Another process has the data folder; two would destroy it. */
public final class DataFolderInUse extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DataFolderInUse(Path folder) {
        super("Another Passerelle is running on the data folder "
                + folder.toAbsolutePath().normalize());
    }
}
