package org.passerelle.platform.snapshot;

/** Takes snapshots of the store of this program. */
public interface StoreSnapshots {

    /**
     * The store as it is now.
     *
     * @throws SnapshotUnavailable if the server cannot give one
     */
    StoreSnapshot take();
}
