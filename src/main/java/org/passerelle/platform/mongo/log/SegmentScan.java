package org.passerelle.platform.mongo.log;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.disk.LogFile;

/** Reads the records of a segment one after the other, and checks each. */
public final class SegmentScan {

    private static final int CHUNK = 1 << 20;

    private final LogFile file;
    private final long limit;
    private byte[] buffer;

    /** Where the buffer begins in the file, and how much of it is filled. */
    private long base;

    private int filled;
    private long position;
    private boolean imageGood;

    /** @param limit where the segment ends; at most the size of the file */
    public SegmentScan(LogFile file, long from, long limit) {
        this.file = file;
        this.limit = limit;
        this.base = from;
        this.buffer = new byte[(int) Math.max(0, Math.min(CHUNK, limit - from))];
        this.position = from;
    }

    /** Where the next record is expected. */
    public long position() {
        return position;
    }

    public boolean atEnd() {
        return position == limit;
    }

    /** The record at {@link #position}, which moves behind it; null at the end, and where there is none: then it stays. */
    @Nullable
    RecordHead next() throws IOException {
        if (!load(RecordHead.FIXED)) {
            return null;
        }
        int headLength = RecordHead.lengthAt(buffer, at());
        if (headLength == 0 || !load(headLength)) {
            return null;
        }
        RecordHead head = RecordHead.read(buffer, at(), headLength);
        if (head == null || !load(headLength + head.imageLength())) {
            return null;
        }
        if (RecordHead.checksum(buffer, at() + headLength, head.imageLength()) != head.imageChecksum()) {
            return null;
        }
        position += headLength + head.imageLength();
        imageGood = true;
        return head;
    }

    /** As {@link #next}, but also a record whose image is damaged or cut off: {@link #imageGood} tells. */
    @Nullable
    public RecordHead nextHead() throws IOException {
        RecordHead whole = next();
        imageGood = whole != null;
        if (whole != null || !load(RecordHead.FIXED)) {
            return whole;
        }
        int length = RecordHead.lengthAt(buffer, at());
        RecordHead head = length != 0 && load(length) ? RecordHead.read(buffer, at(), length) : null;
        if (head != null) {
            position = Math.min(limit, position + length + head.imageLength());
        }
        return head;
    }

    /** Whether the image of the record that was read last is what was written. */
    public boolean imageGood() {
        return imageGood;
    }

    /** The next record behind bytes that are none, wherever it begins; null if there is no more. */
    @Nullable
    public RecordHead nextBeyondDamage() throws IOException {
        while (position + 1 < limit) {
            position++;
            if (load(RecordHead.FIXED) && RecordHead.lengthAt(buffer, at()) != 0) {
                RecordHead head = next();
                if (head != null) {
                    return head;
                }
            }
        }
        return null;
    }

    private int at() {
        return (int) (position - base);
    }

    /** Has {@code length} bytes from the position on in the buffer, unless the segment ends before. */
    private boolean load(int length) throws IOException {
        if (position + length > limit) {
            return false;
        }
        if (at() + length <= filled) {
            return true;
        }
        if (at() >= filled) {
            filled = 0;
        } else {
            System.arraycopy(buffer, at(), buffer, 0, filled - at());
            filled -= at();
        }
        base = position;
        if (length > buffer.length) {
            buffer = Arrays.copyOf(buffer, length);
        }
        int more = (int) Math.min(buffer.length - filled, limit - base - filled);
        file.read(base + filled, buffer, filled, more);
        filled += more;
        return true;
    }
}
