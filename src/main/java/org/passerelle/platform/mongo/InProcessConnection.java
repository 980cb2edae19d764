package org.passerelle.platform.mongo;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the driver with the server in this process. Requests are served one after the other, in their order,
 * on a thread of the server; the thread of the driver waits for the answer as it would at a socket.
 */
final class InProcessConnection implements AutoCloseable {

    /** Ends the answers: nobody reads past it. */
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    /** Guarded by itself: a thread of the server, or the one that closes. */
    private final EmbeddedChannel channel;

    private final Executor workers;
    private final Consumer<InProcessConnection> onClose;
    private final Queue<byte[]> requests = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<ByteBuffer> replies = new LinkedBlockingQueue<>();

    /** What is left of the reply that is being read; touched by the reader alone. */
    private ByteBuffer current = END;

    private volatile boolean closed;

    InProcessConnection(EmbeddedChannel channel, Executor workers, Consumer<InProcessConnection> onClose) {
        this.channel = channel;
        this.workers = workers;
        this.onClose = onClose;
    }

    /** @param message one whole message of the wire protocol, not to be changed afterwards */
    void send(byte[] message) throws IOException {
        if (closed) {
            throw new SocketException("Connection is closed");
        }
        requests.add(message);
        try {
            workers.execute(this::serveNext);
        } catch (RejectedExecutionException e) {
            throw new SocketException("The embedded database is closed");
        }
    }

    private void serveNext() {
        synchronized (channel) {
            byte[] request = requests.poll();
            try {
                if (request != null && channel.isOpen()) {
                    channel.writeInbound(Unpooled.wrappedBuffer(request));
                }
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

    /** Wakes who waits for an answer; a command under way is finished. */
    @Override
    public void close() {
        closed = true;
        replies.add(END);
        onClose.accept(this);
        try {
            workers.execute(this::closeChannel);
        } catch (RejectedExecutionException e) {
            closeChannel();
        }
    }

    private void closeChannel() {
        synchronized (channel) {
            channel.close();
        }
    }
}
