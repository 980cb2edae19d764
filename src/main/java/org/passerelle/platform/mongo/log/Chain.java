package org.passerelle.platform.mongo.log;

/** A digest of the records up to one, so that a segment tells whether it continues these or those of another copy. */
public final class Chain {

    public static final long START = 0;

    private static final long PRIME = 0x100000001b3L;

    private Chain() {}

    /** The chain after a record that follows {@code before}; each step is a permutation, so no difference is forgotten by itself. */
    static long after(long before, RecordHead head) {
        long with = (before ^ head.sequence()) * PRIME;
        return ((with ^ Integer.toUnsignedLong(head.imageChecksum())) * PRIME) ^ (head.time() * PRIME);
    }
}
