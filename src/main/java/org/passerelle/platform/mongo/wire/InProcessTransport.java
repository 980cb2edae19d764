package org.passerelle.platform.mongo.wire;

import com.mongodb.MongoClientSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.KeyManagementException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Leads a driver to the server in this process. The one place of the driver's settings where its caller may make the
 * sockets is the context of TLS, so that is what this comes as; there is no TLS in it, nor anything to secure.
 */
public final class InProcessTransport {

    /** Never resolved (RFC 6761 section 6.4): a driver without this transport finds nobody. */
    public static final String HOST = "embedded.invalid";

    private InProcessTransport() {}

    public static void apply(MongoClientSettings.Builder settings, InProcessServer server) {
        settings.applyToSslSettings(ssl -> ssl.enabled(true).context(new Context(server)));
        settings.inetAddressResolver(InProcessTransport::address);
    }

    /** Bears its name, which nobody has to look up. */
    private static List<InetAddress> address(String host) throws UnknownHostException {
        return List.of(
                InetAddress.getByAddress(host, InetAddress.getLoopbackAddress().getAddress()));
    }

    private static final class Context extends SSLContext {

        Context(InProcessServer server) {
            super(new ContextSpi(server), new NoProvider(), "in-process");
        }
    }

    private static final class NoProvider extends Provider {

        private static final long serialVersionUID = 1L;

        NoProvider() {
            super("in-process", "1", "Sockets within the process");
        }
    }

    private static final class ContextSpi extends SSLContextSpi {

        private final InProcessServer server;

        ContextSpi(InProcessServer server) {
            this.server = server;
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return new InProcessSocketFactory(server);
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trusted, SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("There are no keys within the process");
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            throw new UnsupportedOperationException();
        }
    }
}
