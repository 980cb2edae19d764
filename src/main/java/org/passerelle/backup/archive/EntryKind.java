package org.passerelle.backup.archive;

import java.util.Arrays;
import java.util.Optional;

/** What an entry of a backup is, told by the folder of its name in the zip. */
public enum EntryKind {
    /** Documents of a collection, one BSON after the other, as {@code mongodump} writes them. */
    COLLECTION("collections/", false),
    /** A file of the data folder. */
    FILE("files/", false),
    /** As {@link #COLLECTION}, encrypted. */
    SEALED_COLLECTION("sealed/collections/", true),
    /** As {@link #FILE}, encrypted. */
    SEALED_FILE("sealed/files/", true);

    private final String folder;
    private final boolean isSealed;

    EntryKind(String folder, boolean isSealed) {
        this.folder = folder;
        this.isSealed = isSealed;
    }

    String folder() {
        return folder;
    }

    public boolean isSealed() {
        return isSealed;
    }

    static Optional<EntryKind> of(String entry) {
        return Arrays.stream(values())
                .filter(kind -> entry.startsWith(kind.folder))
                .findFirst();
    }
}
