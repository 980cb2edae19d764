package org.passerelle.platform.mongo.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The head of a record, which the image of the document follows. Little-endian:
 *
 * <pre>
 *  0 magic         4 head's length (2)   6 kind (1)   7 collection's length (1)
 *  8 image's length (4)   12 checksum of the image (4)
 * 16 sequence (8)  24 durable (8)  32 time (8)  40 mark (4)  44 id's length (2)  46 nothing (2)
 * 48 collection, id, then the checksum of the head (4), CRC-32C as the other
 * </pre>
 *
 * @param sequence counts the records of the store from 1 on, without a gap
 * @param durable the last record that was known to be on the disk when this one was written
 * @param mark the newest mark that was, by its number
 * @param time milliseconds since 1970, by the clock of the machine
 * @param id of the document, in the form of whoever writes
 */
public record RecordHead(
        ChangeKind kind,
        String collection,
        byte[] id,
        int imageLength,
        int imageChecksum,
        long sequence,
        long durable,
        long time,
        int mark) {

    static final int MAGIC = 0x31525350;
    static final int FIXED = 48;
    static final int CHECKSUM = 4;

    /** More than a command of the driver can carry. */
    static final int LARGEST_IMAGE = 64 << 20;

    private static final int LONGEST_COLLECTION = 255;
    private static final int LONGEST_ID = 65_535;

    int length() {
        return FIXED + collection.getBytes(StandardCharsets.UTF_8).length + id.length + CHECKSUM;
    }

    /** This as it stands in the file. */
    byte[] bytes() {
        return withImage(new byte[0]);
    }

    /** This and {@code image} as they stand in the file. */
    byte[] withImage(byte[] image) {
        byte[] name = collection.getBytes(StandardCharsets.UTF_8);
        if (name.length > LONGEST_COLLECTION || id.length > LONGEST_ID || image.length > LARGEST_IMAGE) {
            throw new IllegalArgumentException("Too long for a record: an id of " + id.length + " bytes in "
                    + collection + ", an image of " + image.length);
        }
        int length = FIXED + name.length + id.length + CHECKSUM;
        ByteBuffer record = ByteBuffer.allocate(length + image.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(MAGIC).putShort((short) length).put(kind.number()).put((byte) name.length);
        record.putInt(imageLength).putInt(imageChecksum);
        record.putLong(sequence).putLong(durable).putLong(time).putInt(mark);
        record.putShort((short) id.length).putShort((short) 0);
        record.put(name).put(id);
        record.putInt(checksum(record.array(), 0, length - CHECKSUM));
        record.put(image);
        return record.array();
    }

    /** How long the head is that begins at {@code at}, of which {@link #FIXED} bytes are there; 0 if none begins there. */
    static int lengthAt(byte[] bytes, int at) {
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = Short.toUnsignedInt(head.getShort(at + 4));
        int parts = Byte.toUnsignedInt(head.get(at + 7)) + Short.toUnsignedInt(head.getShort(at + 44));
        return head.getInt(at) == MAGIC && length == FIXED + parts + CHECKSUM ? length : 0;
    }

    /** The head of {@code length} bytes at {@code at}; null if its checksum, or its kind, says that it is none. */
    static @Nullable RecordHead read(byte[] bytes, int at, int length) {
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int body = at + length - CHECKSUM;
        ChangeKind kind = ChangeKind.of(head.get(at + 6));
        int imageLength = head.getInt(at + 8);
        if (head.getInt(body) != checksum(bytes, at, length - CHECKSUM)
                || kind == null
                || imageLength < 0
                || imageLength > LARGEST_IMAGE) {
            return null;
        }
        int nameLength = Byte.toUnsignedInt(head.get(at + 7));
        byte[] id = new byte[Short.toUnsignedInt(head.getShort(at + 44))];
        head.get(at + FIXED + nameLength, id);
        return new RecordHead(
                kind,
                new String(bytes, at + FIXED, nameLength, StandardCharsets.UTF_8),
                id,
                imageLength,
                head.getInt(at + 12),
                head.getLong(at + 16),
                head.getLong(at + 24),
                head.getLong(at + 32),
                head.getInt(at + 40));
    }

    /** CRC-32C (RFC 3720 appendix B.4), for which processors have an instruction. */
    public static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
