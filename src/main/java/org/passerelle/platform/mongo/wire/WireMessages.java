package org.passerelle.platform.mongo.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Gathers what the driver writes in pieces into whole messages, each of which begins with its length (OP_MSG, MsgHeader). */
final class WireMessages extends OutputStream {

    private static final int LENGTH_BYTES = Integer.BYTES;

    private final InProcessConnection connection;
    private final byte[] head = new byte[LENGTH_BYTES];
    private int headBytes;
    private @Nullable ByteBuffer message;

    WireMessages(InProcessConnection connection) {
        this.connection = connection;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            at += message == null ? begin(bytes, at, end) : fill(message, bytes, at, end);
        }
    }

    private int begin(byte[] bytes, int at, int end) {
        int count = Math.min(LENGTH_BYTES - headBytes, end - at);
        System.arraycopy(bytes, at, head, headBytes, count);
        headBytes += count;
        if (headBytes == LENGTH_BYTES) {
            int length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
            message = ByteBuffer.allocate(Math.max(length, LENGTH_BYTES)).put(head);
            headBytes = 0;
        }
        return count;
    }

    private int fill(ByteBuffer whole, byte[] bytes, int at, int end) throws IOException {
        int count = Math.min(whole.remaining(), end - at);
        whole.put(bytes, at, count);
        if (!whole.hasRemaining()) {
            message = null;
            connection.send(whole.array());
        }
        return count;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }
}
