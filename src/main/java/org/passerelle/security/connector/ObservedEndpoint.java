package org.passerelle.security.connector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.function.Predicate;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.passerelle.platform.net.ClientAddress;

/**
 * Accepts no more connections from one client than a quarter of those that are free, whatever it does with them; so nobody can
 * keep others from connecting. A trusted proxy, which connects for many, is not counted.
 */
final class ObservedEndpoint extends NioEndpoint {

    /** As many as this are nobody's loss, in connections. */
    private static final int FEW = 64;

    private static final int FREE_PER_OWN = 4;

    private volatile Predicate<ClientAddress> uncounted = address -> false;

    void setUncounted(Predicate<ClientAddress> addresses) {
        this.uncounted = addresses;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (getConnectionCount() > FEW && isOneTooMany(socket)) {
            destroySocket(socket);
            return false;
        }
        return super.setSocketOptions(socket);
    }

    private boolean isOneTooMany(SocketChannel socket) {
        try {
            if (!(socket.getRemoteAddress() instanceof InetSocketAddress peer)) {
                return false;
            }
            ClientAddress address = new ClientAddress(peer.getAddress());
            Collection<SocketWrapperBase<NioChannel>> open = getConnections();
            long own = open.stream()
                    .filter(each -> subscriberOf(each.getRemoteAddr()).equals(address.subscriber()))
                    .count();
            int free = Math.max(0, getMaxConnections() - open.size());
            return own >= Math.max(1, free / FREE_PER_OWN) && !uncounted.test(address);
        } catch (IOException gone) {
            return true;
        }
    }

    private static String subscriberOf(String address) {
        // Most are IPv4, which stands for itself.
        return address.indexOf(':') < 0 ? address : ClientAddress.of(address).subscriber();
    }
}
