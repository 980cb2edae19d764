package org.passerelle.platform.mongo.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The log does not hold all that was acknowledged, so the store is not opened. */
public final class LogDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** In what way. */
    public enum DamageKind {
        /** A file ends before what was acknowledged. */
        CUT_SHORT,
        /** Bytes within a file are not what was written. */
        UNREADABLE,
        /** A file is not there. */
        MISSING,
        /** A file is part of another store, or of another copy of this one. */
        FOREIGN
    }

    private final DamageKind kind;
    private final String file;
    private final @Nullable Instant lastGood;

    LogDamaged(DamageKind kind, String file, @Nullable Instant lastGood) {
        super("%s: %s; good until %s".formatted(kind, file, lastGood));
        this.kind = kind;
        this.file = file;
        this.lastGood = lastGood;
    }

    public DamageKind kind() {
        return kind;
    }

    /** The path of the file that it shows at. */
    public String file() {
        return file;
    }

    /** When the last change was written before which nothing is wrong; null if nothing can be read. */
    public @Nullable Instant lastGood() {
        return lastGood;
    }
}
