package org.passerelle.backup.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.bson.RawBsonDocument;

/** Documents one after the other, each of which begins with its length. */
public final class BsonStream {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 17 << 20;

    private BsonStream() {}

    /** @throws BackupRefused if it is none */
    public static void read(InputStream in, Consumer<RawBsonDocument> each) throws IOException {
        byte[] head = in.readNBytes(Integer.BYTES);
        while (head.length > 0) {
            int length = head.length < Integer.BYTES
                    ? 0
                    : ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (length < SHORTEST || length > LONGEST) {
                throw new BackupRefused("The backup holds something that is no document.");
            }
            byte[] document = new byte[length];
            System.arraycopy(head, 0, document, 0, head.length);
            if (in.readNBytes(document, head.length, length - head.length) < length - head.length) {
                throw new BackupRefused("The backup holds something that is no document.");
            }
            each.accept(new RawBsonDocument(document));
            head = in.readNBytes(Integer.BYTES);
        }
    }
}
