package org.passerelle.platform.mongo.log;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.disk.UnreliableFolder;

/** What can be asked of an {@link UnreliableFolder}. */
public enum DiskCall {
    NAMES,
    OPEN,
    DELETE,
    FOLDER_SYNC,
    SPACE,
    SIZE,
    READ,
    WRITE,
    TRUNCATE,
    SYNC;

    public boolean changes() {
        return this == DELETE || this == WRITE || this == TRUNCATE || this == SYNC || this == FOLDER_SYNC;
    }

    /** Decides which calls fail. */
    public interface Faults {

        Faults NONE = (call, file) -> null;

        /** With what the call fails; null if it does not. */
        @Nullable
        IOException on(DiskCall call, String file);
    }
}
