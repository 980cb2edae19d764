package org.passerelle.platform.mongo.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a segment: what it continues. Whatever lies behind {@code previousEnd} in the segment before does not
 * count: it was never known to be on the disk, and its records stand in this one once more.
 *
 * @param store the store that it is part of; a copy keeps it
 * @param number the segments of a store are numbered from 1 on
 * @param first the sequence of its first record
 * @param previousEnd where the segment before ends; 0 if this is the first
 * @param previousChain the {@link Chain} of all records before
 */
public record SegmentHeader(UUID store, long number, long first, long previousEnd, long previousChain) {

    public static final int LENGTH = 64;

    /** A program that knows another format only says so instead of taking this for damage. */
    static final int FORMAT = 1;

    private static final long MAGIC = 0x31474f4c53534150L;
    private static final int CHECKED = LENGTH - RecordHead.CHECKSUM;

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(MAGIC).putInt(FORMAT);
        bytes.putLong(store.getMostSignificantBits()).putLong(store.getLeastSignificantBits());
        bytes.putLong(number).putLong(first).putLong(previousEnd).putLong(previousChain);
        bytes.putInt(RecordHead.checksum(bytes.array(), 0, CHECKED));
        return bytes.array();
    }

    /** Null if {@code bytes} are not those of a header. */
    static @Nullable SegmentHeader read(byte[] bytes) {
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (head.getInt(CHECKED) != RecordHead.checksum(bytes, 0, CHECKED) || head.getLong() != MAGIC) {
            return null;
        }
        if (head.getInt() != FORMAT) {
            throw new NewerFormat();
        }
        return new SegmentHeader(
                new UUID(head.getLong(), head.getLong()),
                head.getLong(),
                head.getLong(),
                head.getLong(),
                head.getLong());
    }
}
