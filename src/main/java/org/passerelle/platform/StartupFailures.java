package org.passerelle.platform;

import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.DataFolderInUse;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in a sentence, without a stack trace, why this process does not start. */
class StartupFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupRefused) {
                return new FailureAnalysis(cause.getMessage(), null, cause);
            }
            if (cause instanceof DataFolderInUse) {
                return new FailureAnalysis(
                        cause.getMessage() + ".",
                        "Stop the other one, or give this one a folder of its own in PASSERELLE_DATA_DIR.",
                        cause);
            }
        }
        return null;
    }
}
