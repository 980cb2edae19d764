package org.passerelle.security;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection on which a test says exactly what it wants, from whichever loopback address it wants. */
final class RawHttp implements Closeable {

    private static final int TIMEOUT_IN_MILLISECONDS = 20_000;

    private final Socket socket = new Socket();

    RawHttp(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** @param from such as {@code 127.0.0.7} */
    RawHttp(int port, String from) throws IOException {
        socket.bind(new InetSocketAddress(from, 0));
        socket.setSoTimeout(TIMEOUT_IN_MILLISECONDS);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_IN_MILLISECONDS);
    }

    RawHttp send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** The first line of the answer; empty if the connection was closed without one. */
    String statusLine() throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream answer = socket.getInputStream();
        for (int next = answer.read(); next >= 0 && next != '\n'; next = answer.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** All that comes until the server closes the connection. */
    String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
