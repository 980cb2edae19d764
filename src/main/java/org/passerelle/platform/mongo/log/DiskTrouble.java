package org.passerelle.platform.mongo.log;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is wrong with the disk, as far as calls of it have shown. */
final class DiskTrouble {

    /** Why nothing is written until what is pending has been moved; null if nothing is wrong. */
    private volatile @Nullable IOException broken;

    /** Why the last call failed; null once a write has succeeded. */
    private volatile @Nullable IOException refused;

    /** Where an image was not what had been written; null if none was met. */
    private volatile @Nullable String damage;

    private volatile long usableBytes = Long.MAX_VALUE;

    /** A sync has failed: nobody knows what of the writes before it is on the disk. */
    void broken(IOException reason) {
        broken = reason;
    }

    boolean isBroken() {
        return broken != null;
    }

    /** @throws LogUnavailable if a sync has failed and what it was for is not yet safe */
    void refuseIfBroken() {
        IOException reason = broken;
        if (reason != null) {
            throw new LogUnavailable("The disk has failed and not answered since", reason);
        }
    }

    void refused(IOException reason) {
        refused = reason;
    }

    boolean isRefused() {
        return refused != null;
    }

    /** A write was taken. */
    void taken() {
        refused = null;
    }

    /** All that was pending is safe. */
    void mended() {
        broken = null;
        refused = null;
    }

    void damage(String where) {
        damage = where;
    }

    void usableBytes(long left) {
        usableBytes = left;
    }

    LogState state(long reserveBytes) {
        IOException reason = broken != null ? broken : refused;
        if (reason != null) {
            return new LogState.Failing(String.valueOf(reason.getMessage()));
        }
        String where = damage;
        if (where != null) {
            return new LogState.Damaged(where);
        }
        long left = usableBytes;
        return left < reserveBytes ? new LogState.SpaceWarning(left) : new LogState.Working();
    }
}
