package org.passerelle.platform.mongo.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import org.jspecify.annotations.Nullable;

/**
 * What the driver takes for a socket: its streams lead to the server in this process. Nothing is opened in the operating
 * system, so the options of TCP have nothing to act on.
 */
final class InProcessSocket extends UnsecuredSslSocket {

    private final InProcessServer server;
    private @Nullable InProcessConnection connection;
    private volatile int readTimeoutMillis;
    private volatile boolean closed;

    InProcessSocket(InProcessServer server) {
        this.server = server;
    }

    /** Wherever {@code endpoint} may be: there is only the one server. */
    @Override
    public synchronized void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
        if (closed) {
            throw new SocketException("Socket is closed");
        }
        connection = server.connect();
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    private synchronized InProcessConnection connection() throws SocketException {
        if (connection == null) {
            throw new SocketException("Socket is not connected");
        }
        return connection;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Replies(connection());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new WireMessages(connection());
    }

    @Override
    public synchronized boolean isConnected() {
        return connection != null;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (connection != null && !connection.isClosed()) {
            connection.close();
        }
    }

    @Override
    public void setSoTimeout(int millis) {
        readTimeoutMillis = millis;
    }

    @Override
    public int getSoTimeout() {
        return readTimeoutMillis;
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public void setReceiveBufferSize(int size) {}

    @Override
    public void setSendBufferSize(int size) {}

    @Override
    public <T> InProcessSocket setOption(SocketOption<T> name, T value) {
        return this;
    }

    @Override
    public String toString() {
        return "InProcessSocket";
    }

    private final class Replies extends InputStream {

        private final InProcessConnection from;

        Replies(InProcessConnection from) {
            this.from = from;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return length == 0 ? 0 : from.receive(target, offset, length, readTimeoutMillis);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }
    }
}
