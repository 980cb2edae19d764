package org.passerelle.platform.mongo;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;

/** The data folder cannot be read or written. */
public final class DataFolderUnusable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final FolderFault kind;

    /** In what way, as far as the operating system tells. */
    public enum FolderFault {
        /** Its disk is full. */
        NO_SPACE,
        /** It, or its disk, may only be read; or not even that. */
        NO_RIGHTS,
        OTHER
    }

    public DataFolderUnusable(Path folder, IOException cause) {
        super(
                "The data folder %s cannot be used: %s"
                        .formatted(folder.toAbsolutePath().normalize(), cause),
                cause);
        this.kind = kind(cause);
    }

    public FolderFault kind() {
        return kind;
    }

    /** Java has an exception of its own for one of these only. */
    private static FolderFault kind(IOException cause) {
        String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("quota") || said.contains("not enough space")) {
            return FolderFault.NO_SPACE;
        }
        boolean isForbidden = cause instanceof AccessDeniedException
                || said.contains("read-only")
                || said.contains("permission denied")
                || said.contains("not permitted");
        return isForbidden ? FolderFault.NO_RIGHTS : FolderFault.OTHER;
    }
}
