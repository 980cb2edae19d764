package org.passerelle.platform.mongo.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the driver with the server in this process. A request is served while it is being sent, so that its
 * answer is there when the driver comes to read it.
 */
final class InProcessConnection implements AutoCloseable {

    /** Ends the answers: nobody reads past it. */
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    /** Guarded by itself: whoever sends, or the one that closes. */
    private final EmbeddedChannel channel;

    private final Consumer<InProcessConnection> onClose;
    private final BlockingQueue<ByteBuffer> replies = new LinkedBlockingQueue<>();

    /** What is left of the reply that is being read; touched by the reader alone. */
    private ByteBuffer current = END;

    private volatile boolean closed;

    InProcessConnection(EmbeddedChannel channel, Consumer<InProcessConnection> onClose) {
        this.channel = channel;
        this.onClose = onClose;
    }

    /** @param message one whole message of the wire protocol, not to be changed afterwards */
    void send(byte[] message) throws IOException {
        synchronized (channel) {
            if (closed) {
                throw new SocketException("Connection is closed");
            }
            try {
                channel.writeInbound(Unpooled.wrappedBuffer(message));
            } finally {
                takeReplies();
            }
        }
    }

    private void takeReplies() {
        for (ByteBuf reply = channel.readOutbound(); reply != null; reply = channel.readOutbound()) {
            replies.add(ByteBuffer.wrap(ByteBufUtil.getBytes(reply)));
            reply.release();
        }
        if (!channel.isOpen()) {
            replies.add(END);
        }
    }

    /**
     * Reads at least one byte, for which it waits as long as it takes, or until {@code timeoutMillis} unless that is 0.
     * Being interrupted does not end it, as with a socket.
     *
     * @return how many bytes, or -1 at the end
     */
    int receive(byte[] target, int offset, int length, int timeoutMillis) throws IOException {
        if (!current.hasRemaining()) {
            ByteBuffer next = next(timeoutMillis);
            if (next == null) {
                throw new SocketTimeoutException("No answer within " + timeoutMillis + " ms");
            }
            current = next;
        }
        if (current == END) {
            replies.add(END);
            return -1;
        }
        int count = Math.min(length, current.remaining());
        current.get(target, offset, count);
        return count;
    }

    private @Nullable ByteBuffer next(int timeoutMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return timeoutMillis == 0
                            ? replies.take()
                            : replies.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Finishes a command under way, and wakes who waits for an answer. */
    @Override
    public void close() {
        synchronized (channel) {
            closed = true;
            channel.close();
        }
        replies.add(END);
        onClose.accept(this);
    }
}
