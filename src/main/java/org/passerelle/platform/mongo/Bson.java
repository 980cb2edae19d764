package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/** Documents and single values as BSON. */
final class Bson {

    private static final byte MISSING = 0;
    private static final int USUAL_BYTES = 1024;

    private Bson() {}

    static byte[] document(Document document) {
        ByteBuf buffer = Unpooled.buffer(USUAL_BYTES);
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    static Document document(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /** The type of the value followed by the value, as in a BSON element without its name. */
    static byte[] value(Object value) {
        if (value instanceof Missing) {
            return new byte[] {MISSING};
        }
        ByteBuf buffer = Unpooled.buffer(64);
        byte type = BsonEncoder.determineType(value);
        buffer.writeByte(type);
        BsonEncoder.encodeValue(type, value, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    static Object value(byte[] bytes) {
        ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
        byte type = buffer.readByte();
        return type == MISSING ? Missing.getInstance() : BsonDecoder.decodeValue(type, buffer);
    }
}
