package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Some fields of a document out of its BSON (bsonspec.org, version 1.1): the others are passed over by their lengths. */
final class BsonFields {

    private static final int DOCUMENT_LENGTH = 4;

    private BsonFields() {}

    /**
     * The fields on the first level whose values {@code query} looks at; null if it may look at any.
     *
     * @param query as MongoDB has it: conditions by paths of fields, or operators over whole conditions
     */
    static @Nullable Set<String> of(Document query) {
        Set<String> names = new HashSet<>();
        for (String path : query.keySet()) {
            if (path.startsWith("$")) {
                return null;
            }
            names.add(first(path));
        }
        return names;
    }

    /** The fields on the first level that a projection answers; null if it leaves out fields instead of naming some. */
    static @Nullable Set<String> included(Document projection) {
        Set<String> names = new HashSet<>(Set.of("_id"));
        for (Map.Entry<String, Object> field : projection.entrySet()) {
            boolean named = Integer.valueOf(1).equals(field.getValue());
            if (!named && !field.getKey().equals("_id")) {
                return null;
            }
            names.add(first(field.getKey()));
        }
        return names;
    }

    static String first(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** A document of those of {@code names} that {@code bytes} has. */
    static Document read(byte[] bytes, Set<String> names) {
        ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
        buffer.skipBytes(DOCUMENT_LENGTH);
        Document found = new Document();
        for (byte type = buffer.readByte(); type != 0; type = buffer.readByte()) {
            String name = BsonDecoder.decodeCString(buffer);
            if (names.contains(name)) {
                found.put(name, BsonDecoder.decodeValue(type, buffer));
                if (found.size() == names.size()) {
                    break;
                }
            } else {
                pass(type, buffer);
            }
        }
        return found;
    }

    private static void pass(byte type, ByteBuf buffer) {
        switch (type) {
            case 0x01, 0x09, 0x11, 0x12 -> buffer.skipBytes(8);
            case 0x02, 0x0d, 0x0e -> buffer.skipBytes(buffer.readIntLE());
            case 0x03, 0x04, 0x0f -> buffer.skipBytes(buffer.readIntLE() - DOCUMENT_LENGTH);
            case 0x05 -> buffer.skipBytes(buffer.readIntLE() + 1);
            case 0x07 -> buffer.skipBytes(12);
            case 0x08 -> buffer.skipBytes(1);
            case 0x10 -> buffer.skipBytes(4);
            case 0x13 -> buffer.skipBytes(16);
            case 0x06, 0x0a, -1, 0x7f -> {}
            default -> BsonDecoder.decodeValue(type, buffer);
        }
    }
}
