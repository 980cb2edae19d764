package org.passerelle.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to another process of this machine and its answer, of whatever size and however long it takes. By the JDK's plain
 * connection: no proxy, no redirects, nobody's name to be looked up.
 */
public final class LoopbackExchange implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int GOOD = 200;

    private final HttpURLConnection connection;

    private LoopbackExchange(HttpURLConnection connection) {
        this.connection = connection;
    }

    /**
     * Posts {@code body}.
     *
     * @throws IllegalArgumentException if the host is not the number of this machine
     */
    public static LoopbackExchange post(URI address, Map<String, String> headers, InputStream body) throws IOException {
        String host = address.getHost();
        if (host == null
                || NumericHost.read(host).filter(InetAddress::isLoopbackAddress).isEmpty()) {
            throw new IllegalArgumentException("Not on this machine: " + address);
        }
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod("POST");
        connection.setChunkedStreamingMode(0);
        connection.setDoOutput(true);
        headers.forEach(connection::setRequestProperty);
        try (OutputStream out = connection.getOutputStream()) {
            body.transferTo(out);
        }
        return new LoopbackExchange(connection);
    }

    /** Whether it was answered with 200. */
    public boolean isGood() throws IOException {
        return connection.getResponseCode() == GOOD;
    }

    /** A whole number in the head of the answer; {@code otherwise} if there is none. */
    public long number(String header, long otherwise) {
        return connection.getHeaderFieldLong(header, otherwise);
    }

    /** The body, good or not. If it ends before its end reading it fails. */
    public InputStream body() throws IOException {
        @Nullable InputStream body = isGood() ? connection.getInputStream() : connection.getErrorStream();
        return body == null ? InputStream.nullInputStream() : body;
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
