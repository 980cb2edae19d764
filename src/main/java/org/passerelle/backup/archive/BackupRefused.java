package org.passerelle.backup.archive;

/** What was asked for is not done. The message says why, in one sentence for whoever asked. */
public final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackupRefused(String message) {
        super(message);
    }

    public BackupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
