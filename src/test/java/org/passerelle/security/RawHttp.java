package org.passerelle.security;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** One connection on which a test says exactly what it wants, from whichever loopback address it wants. */
final class RawHttp implements Closeable {

    private static final int TIMEOUT_IN_MILLISECONDS = 20_000;

    private final Socket socket = new Socket();
    private final InputStream answer;

    RawHttp(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** @param from such as {@code 127.0.0.7} */
    RawHttp(int port, String from) throws IOException {
        this(port, from, 65_536);
    }

    /** @param window how much may be on its way to the client that it has not read, in bytes */
    RawHttp(int port, String from, int window) throws IOException {
        socket.setReceiveBufferSize(window);
        socket.bind(new InetSocketAddress(from, 0));
        socket.setSoTimeout(TIMEOUT_IN_MILLISECONDS);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_IN_MILLISECONDS);
        answer = new BufferedInputStream(socket.getInputStream());
    }

    RawHttp send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Whether something was answered, or the connection closed. */
    boolean hasAnswer() throws IOException {
        socket.setSoTimeout(50);
        try {
            answer.mark(1);
            answer.read();
            answer.reset();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException reset) {
            return true;
        } finally {
            socket.setSoTimeout(TIMEOUT_IN_MILLISECONDS);
        }
    }

    /** The first line of the answer; empty if the connection was closed without one. */
    String statusLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answer.read(); next >= 0 && next != '\n'; next = answer.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** All that comes until the server closes the connection. */
    String rest() throws IOException {
        return new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
