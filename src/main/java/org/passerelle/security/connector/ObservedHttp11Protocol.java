package org.passerelle.security.connector;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collection;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.passerelle.platform.net.TrustedProxies;

/** Tomcat's own protocol, whose connections can be looked at from outside. Tomcat makes it by its name. */
public final class ObservedHttp11Protocol extends Http11NioProtocol implements Connections {

    /** From the first byte of a request to the end of its headers. */
    private static final Duration LONGEST_HEAD = Duration.ofSeconds(20);

    private final ObservedEndpoint endpoint;
    private Ticker ticker = Ticker.systemTicker();

    public ObservedHttp11Protocol() {
        this(new ObservedEndpoint());
    }

    private ObservedHttp11Protocol(ObservedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** @param proxies that may have any number of connections, for they connect for many */
    public void setTrustedProxies(TrustedProxies proxies) {
        endpoint.setUncounted(proxies::trust);
    }

    /** @param ticker whose nanoseconds are those of the machine, or later */
    public void setTicker(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public void stopReading(String name) {
        for (SocketWrapperBase<NioChannel> connection : open()) {
            if (isNamed(name, connection)) {
                end(connection, SocketChannel::shutdownInput);
            }
        }
    }

    @Override
    public void stopWriting(String name) {
        for (SocketWrapperBase<NioChannel> connection : open()) {
            if (isNamed(name, connection)) {
                end(connection, SocketChannel::shutdownOutput);
            }
        }
    }

    @Override
    public void closeThoseWithoutHead() {
        long now = ticker.read();
        for (SocketWrapperBase<NioChannel> connection : open()) {
            // A thread that works for a connection takes the processor away from it; an answer that goes on without a
            // thread, such as a stream of events, has had its head.
            if (connection.getCurrentProcessor() instanceof Processor processor && !processor.isAsync()) {
                long start = processor.getRequest().getStartTimeNanos();
                if (start >= 0 && now - start > LONGEST_HEAD.toNanos()) {
                    connection.processSocket(SocketEvent.ERROR, true);
                }
            }
        }
    }

    private Collection<SocketWrapperBase<NioChannel>> open() {
        return endpoint.getConnections();
    }

    private static boolean isNamed(String name, SocketWrapperBase<NioChannel> connection) {
        return name.equals(Connections.nameOf(connection.getRemoteAddr(), connection.getRemotePort()));
    }

    private void end(SocketWrapperBase<NioChannel> connection, HalfClose half) {
        try {
            half.close(connection.getSocket().getIOChannel());
        } catch (IOException gone) {
            getLog().debug("It is closed already", gone);
        }
    }

    @FunctionalInterface
    private interface HalfClose {
        void close(SocketChannel channel) throws IOException;
    }
}
