package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a unique index as bytes whose unsigned order is the order of whole numbers, so that the claims of
 * neighbouring slots lie on one page and a booking of an hour rewrites one page instead of twelve.
 */
final class IndexKeys {

    private static final int NOTHING = 0;
    private static final int WHOLE_NUMBER = 1;
    private static final int OTHER = 2;
    private static final double EXACT = 1L << 53;

    private IndexKeys() {}

    static byte[] encode(KeyValue key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * key.size());
        for (Object value : key) {
            encode(value, bytes);
        }
        return bytes.toByteArray();
    }

    private static void encode(@Nullable Object value, ByteArrayOutputStream target) {
        if (value == null) {
            target.write(NOTHING);
        } else if (isWhole(value)) {
            target.write(WHOLE_NUMBER);
            long sortable = ((Number) value).longValue() ^ Long.MIN_VALUE;
            target.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(sortable).array());
        } else {
            byte[] bytes = BsonValueType.bytes(value);
            target.write(OTHER);
            target.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            target.writeBytes(bytes);
        }
    }

    /** MongoDB holds 1, 1L and 1.0 to be the same key. */
    private static boolean isWhole(Object value) {
        if (value instanceof Double) {
            double number = (Double) value;
            return Math.rint(number) == number && Math.abs(number) <= EXACT;
        }
        return value instanceof Long || value instanceof Integer;
    }

    static KeyValue decode(byte[] bytes) {
        List<@Nullable Object> values = new ArrayList<>();
        ByteBuffer source = ByteBuffer.wrap(bytes);
        while (source.hasRemaining()) {
            values.add(decodeNext(source));
        }
        return new KeyValue(values);
    }

    private static @Nullable Object decodeNext(ByteBuffer source) {
        int kind = source.get();
        if (kind == NOTHING) {
            return null;
        }
        if (kind == WHOLE_NUMBER) {
            return source.getLong() ^ Long.MIN_VALUE;
        }
        byte[] encoded = new byte[source.getInt()];
        source.get(encoded);
        ByteBuf buffer = Unpooled.wrappedBuffer(encoded);
        return BsonDecoder.decodeValue(buffer.readByte(), buffer);
    }
}
