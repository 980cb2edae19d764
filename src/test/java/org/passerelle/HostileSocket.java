package org.passerelle;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A connection that keeps to no rule, from one of many addresses of this machine; whatever the server does with it is right. */
final class HostileSocket implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 3_000;
    private static final int ADDRESSES = 40;

    private final Socket socket = new Socket();

    private HostileSocket() {}

    /** From 127.0.1.1 to 127.0.1.40, none of which an honest client has. */
    static HostileSocket to(int port, Random random) throws IOException {
        HostileSocket hostile = new HostileSocket();
        byte[] from = {127, 0, 1, (byte) (1 + random.nextInt(ADDRESSES))};
        hostile.socket.bind(new InetSocketAddress(InetAddress.getByAddress(from), 0));
        hostile.socket.setSoTimeout(PATIENCE_MILLIS);
        hostile.socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        return hostile;
    }

    HostileSocket send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads what comes, up to {@code most} bytes, until it ends or nothing comes any more. */
    String read(int most) throws IOException {
        byte[] buffer = new byte[most];
        int count = socket.getInputStream().readNBytes(buffer, 0, most);
        return new String(buffer, 0, count, StandardCharsets.UTF_8);
    }

    /** The code of the first line of the answer, such as 400; zero if there is none. */
    int status() throws IOException {
        String line = read(12);
        return line.matches("HTTP/1\\.1 \\d{3}") ? Integer.parseInt(line.substring(9)) : 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
