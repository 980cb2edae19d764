package org.passerelle.platform.mongo.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the log was known to be on the disk at some moment. It lies apart from the log, so that a log which ends before
 * it is known to be damaged, and not just young.
 *
 * @param number counts the marks of the store
 * @param oldest the first segment that is still needed
 * @param segment the last one, which reached to {@code end}
 * @param sequence the last record that was durable
 * @param chain the {@link Chain} up to it
 * @param time milliseconds since 1970
 */
public record Mark(UUID store, int number, long oldest, long segment, long end, long sequence, long chain, long time) {

    static final int LENGTH = 84;

    private static final long MAGIC = 0x314b52414d534150L;
    private static final int CHECKED = LENGTH - RecordHead.CHECKSUM;

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(MAGIC).putInt(SegmentHeader.FORMAT);
        bytes.putLong(store.getMostSignificantBits()).putLong(store.getLeastSignificantBits());
        bytes.putInt(number).putLong(oldest).putLong(segment).putLong(end).putLong(sequence);
        bytes.putLong(chain).putLong(time);
        bytes.putInt(CHECKED, RecordHead.checksum(bytes.array(), 0, CHECKED));
        return bytes.array();
    }

    /** Null if {@code bytes} are not those of a mark. */
    static @Nullable Mark read(byte[] bytes) {
        ByteBuffer mark = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (mark.getInt(CHECKED) != RecordHead.checksum(bytes, 0, CHECKED) || mark.getLong() != MAGIC) {
            return null;
        }
        if (mark.getInt() != SegmentHeader.FORMAT) {
            throw new NewerFormat();
        }
        return new Mark(
                new UUID(mark.getLong(), mark.getLong()),
                mark.getInt(),
                mark.getLong(),
                mark.getLong(),
                mark.getLong(),
                mark.getLong(),
                mark.getLong(),
                mark.getLong());
    }
}
