package org.passerelle.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Posts over plain sockets that stay open, for as many threads as come. The JDK's own client hands each call through two threads
 * more, which takes several times the processor; the nearer a client's cost is to nothing, the more is the program what is measured.
 */
final class PlainConnections {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "\r\ncontent-length: ";
    private static final int TIMEOUT_MILLIS = 60_000;

    /** The server closes what was idle for 20 seconds. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(10);

    private final URI base;
    private final String head;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

    PlainConnections(URI base, String authorization) {
        this.base = base;
        this.head = "Host: %s\r\nAuthorization: %s\r\nContent-Type: application/json\r\n"
                .formatted(base.getAuthority(), authorization);
    }

    /** @throws IllegalStateException if the server answered anything but 201 */
    void create(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String request = "POST " + path + " HTTP/1.1\r\n" + head + "Content-Length: " + body.length + END_OF_HEAD;
        try {
            Connection connection = open();
            String answer = connection.exchange(request.getBytes(StandardCharsets.ISO_8859_1), body);
            if (!answer.startsWith("http/1.1 201")) {
                throw new IllegalStateException("POST " + path + ": " + answer);
            }
            if (answer.contains("\r\nconnection: close\r\n")) {
                connection.socket.close();
            } else {
                idle.add(connection);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection open() throws IOException {
        for (Connection one = idle.poll(); one != null; one = idle.poll()) {
            if (System.nanoTime() - one.lastUsed < LONGEST_IDLE.toNanos()) {
                return one;
            }
            one.socket.close();
        }
        return new Connection(base);
    }

    /** For one call at a time. */
    private static final class Connection {

        private final Socket socket;
        private long lastUsed;
        private byte[] read = new byte[16 * 1024];

        Connection(URI server) throws IOException {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
        }

        /** The head of the answer in lower case; its body, whose length it must tell, is read to the end. */
        String exchange(byte[] requestHead, byte[] body) throws IOException {
            byte[] request = Arrays.copyOf(requestHead, requestHead.length + body.length);
            System.arraycopy(body, 0, request, requestHead.length, body.length);
            socket.getOutputStream().write(request);
            InputStream answer = socket.getInputStream();
            int count = 0;
            int end = -1;
            while (end < 0) {
                count += more(answer, count);
                end = new String(read, 0, count, StandardCharsets.ISO_8859_1).indexOf(END_OF_HEAD);
            }
            String answered = new String(read, 0, end + 2, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            int length = answered.indexOf(LENGTH) + LENGTH.length();
            int all = end
                    + END_OF_HEAD.length()
                    + Integer.parseInt(answered.substring(length, answered.indexOf('\r', length)));
            while (count < all) {
                count += more(answer, count);
            }
            lastUsed = System.nanoTime();
            return answered;
        }

        private int more(InputStream answer, int count) throws IOException {
            if (count == read.length) {
                read = Arrays.copyOf(read, 2 * count);
            }
            int more = answer.read(read, count, read.length - count);
            if (more < 0) {
                throw new EOFException("The server closed the connection");
            }
            return more;
        }
    }
}
