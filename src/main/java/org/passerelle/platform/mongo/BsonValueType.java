package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Any BSON value as a key or value of a stored map. The backend's own choice, Java serialization, is several times
 * larger, and is repeated at every comparison of two keys.
 *
 * <p>Values of different BSON types are ordered by type; the order means nothing beyond being total and stable.
 */
final class BsonValueType extends BasicDataType<Object> {

    private static final byte MISSING = 0;

    @Override
    public int compare(Object a, Object b) {
        if (a.getClass() == b.getClass() && a instanceof Comparable<?>) {
            @SuppressWarnings("unchecked")
            Comparable<Object> comparable = (Comparable<Object>) a;
            return comparable.compareTo(b);
        }
        return Arrays.compareUnsigned(bytes(a), bytes(b));
    }

    @Override
    public int getMemory(Object value) {
        return value instanceof String ? 40 + 2 * ((String) value).length() : 2 * bytes(value).length + 48;
    }

    @Override
    public void write(WriteBuffer target, Object value) {
        byte[] bytes = bytes(value);
        target.putVarInt(bytes.length).put(bytes);
    }

    @Override
    public Object read(ByteBuffer source) {
        int length = DataUtils.readVarInt(source);
        ByteBuffer slice = source.slice().limit(length);
        source.position(source.position() + length);
        ByteBuf buffer = Unpooled.wrappedBuffer(slice);
        byte type = buffer.readByte();
        return type == MISSING ? Missing.getInstance() : BsonDecoder.decodeValue(type, buffer);
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }

    /** The type of the value followed by the value, as in a BSON element without its name. */
    static byte[] bytes(Object value) {
        if (value instanceof Missing) {
            return new byte[] {MISSING};
        }
        ByteBuf buffer = Unpooled.buffer(256);
        byte type = BsonEncoder.determineType(value);
        buffer.writeByte(type);
        BsonEncoder.encodeValue(type, value, buffer);
        return ByteBufUtil.getBytes(buffer);
    }
}
