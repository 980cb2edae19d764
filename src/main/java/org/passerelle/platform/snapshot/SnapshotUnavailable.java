package org.passerelle.platform.snapshot;

/** The store cannot be read as of one moment. The message says why, in one sentence for the operator. */
public final class SnapshotUnavailable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public SnapshotUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
