package org.passerelle.platform.mongo.wire;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Makes the sockets of the driver. It asks for unconnected ones and for no others. */
final class InProcessSocketFactory extends SSLSocketFactory {

    private static final String[] NONE = {};

    private final InProcessServer server;

    InProcessSocketFactory(InProcessServer server) {
        this.server = server;
    }

    @Override
    public Socket createSocket() {
        return new InProcessSocket(server);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw elsewhere();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw elsewhere();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw elsewhere();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) {
        throw elsewhere();
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) {
        throw elsewhere();
    }

    private static UnsupportedOperationException elsewhere() {
        return new UnsupportedOperationException("These sockets lead to the embedded database only");
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return NONE;
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return NONE;
    }
}
