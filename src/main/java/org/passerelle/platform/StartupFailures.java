package org.passerelle.platform;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.DataFolderInUse;
import org.passerelle.platform.mongo.DataFolderUnusable;
import org.passerelle.platform.mongo.LossTooGreat;
import org.passerelle.platform.mongo.log.LogDamaged;
import org.passerelle.platform.mongo.log.NewerFormat;
import org.passerelle.platform.store.StoreFailure;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in a sentence, without a stack trace, why this process does not start, and what to do. */
class StartupFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            FailureAnalysis known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return StoreFailure.isIn(failure) ? away(failure) : null;
    }

    private static @Nullable FailureAnalysis known(Throwable cause) {
        if (cause instanceof StartupRefused) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
        if (cause instanceof DataFolderInUse) {
            return new FailureAnalysis(
                    cause.getMessage() + ".",
                    "Stop the other one, or give this one a folder of its own in PASSERELLE_DATA_DIR.",
                    cause);
        }
        if (cause instanceof DataFolderUnusable unusable) {
            return new FailureAnalysis(unusable.getMessage() + ".", action(unusable.kind()), cause);
        }
        if (cause instanceof NewerFormat) {
            return new FailureAnalysis(
                    "The store was written by a newer version of Passerelle than this one.",
                    "Start the newer version, or restore a copy of the data folder that was made before it was installed.",
                    cause);
        }
        if (cause instanceof LossTooGreat) {
            return new FailureAnalysis(
                    "Of the damaged store too much is lost to go on with what is left: the numbers that tell which room a"
                            + " booking has. Rooms could be given twice. Nothing was changed.",
                    "Restore the whole data folder from a copy. What is left can still be read by whoever mends it.",
                    cause);
        }
        return cause instanceof LogDamaged damaged ? damaged(damaged) : null;
    }

    private static String action(DataFolderUnusable.FolderFault kind) {
        return switch (kind) {
            case NO_SPACE -> "Make room on its disk, then start again. Nothing that was stored is lost.";
            case NO_RIGHTS ->
                "Let the user of this process read and write the folder and its disk, or name another one in PASSERELLE_DATA_DIR.";
            case OTHER -> "Look at the disk, then start again.";
        };
    }

    private static FailureAnalysis damaged(LogDamaged damaged) {
        String what = switch (damaged.kind()) {
            case CUT_SHORT -> "ends before what was stored last";
            case UNREADABLE -> "does not hold what was written to it";
            case MISSING -> "is missing";
            case FOREIGN -> "belongs to another store, or to another copy of this one";
        };
        String good = Optional.ofNullable(damaged.lastGood())
                .map(Instant::toString)
                .map(moment -> "Everything up to %s is good.".formatted(moment))
                .orElse("Nothing before it can be read.");
        return new FailureAnalysis(
                "The store is damaged, and is not opened: bookings that were confirmed would be missing from it and their"
                        + " rooms given to others.%nThe file %s %s. %s".formatted(damaged.file(), what, good),
                "Restore the whole data folder from a copy; parts of two copies do not fit together."
                        + "%nIf there is none, start once with --accept-loss (or PASSERELLE_ACCEPT_LOSS=true): what can be read"
                                .formatted()
                        + " is kept, and a file lost-<time>.txt in the data folder names the bookings that are not there."
                        + "%nCopy the folder as it is before that: see docs/how-to/when-the-disk-fails.md.".formatted(),
                damaged);
    }

    private static FailureAnalysis away(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        return new FailureAnalysis(
                "The database cannot do what is needed to start: %s.".formatted(innermost.getMessage()),
                "See that it is reached under SPRING_MONGODB_URI or, if it is the embedded one, that its disk has room and"
                        + " can be written; then start again.",
                failure);
    }
}
