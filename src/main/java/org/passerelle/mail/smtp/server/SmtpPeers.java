package org.passerelle.mail.smtp.server;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * Who is connected: how often from one address, for how long, and how many wrong recipients an address has named. These
 * guesses are counted here and nowhere else, and lock nobody out of anything but this server. A mail server of one's own, on
 * this machine or in a private network, passes on the guesses of others, so that for it only those of one connection count.
 */
public final class SmtpPeers implements SessionHandler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPeers.class);

    /** A connection is closed after that, whatever it does; servers that send much make a new one. */
    private static final Duration LONGEST_SESSION = Duration.ofMinutes(10);

    private static final Duration GUESSES_FORGOTTEN = Duration.ofMinutes(10);
    private static final int MOST_GUESSES = 100;
    private static final int MOST_KNOWN = 10_000;
    private static final int BITS_OF_A_NETWORK = 64;

    private final int mostOfOne;
    private final Map<String, Integer> connected = new ConcurrentHashMap<>();
    private final Map<String, Integer> guesses = new ConcurrentHashMap<>();
    private final Map<Session, Visit> visits = new ConcurrentHashMap<>();
    private final WorkTimer alarm = new WorkTimer("smtp-alarm");

    /** @param socket as it was accepted, whose closing waits for nobody, unlike that of one with TLS over it */
    private record Visit(String peer, Socket socket, Future<?> end, AtomicInteger guesses) {}

    SmtpPeers(int mostOfOne) {
        this.mostOfOne = mostOfOne;
        alarm.every(GUESSES_FORGOTTEN, guesses::clear);
    }

    /** An IPv4 address, or the network of an IPv6 address. */
    public static String name(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(bytes, 0, BITS_OF_A_NETWORK / Byte.SIZE)
                : address.getHostAddress();
    }

    @Override
    public SessionAcceptance accept(Session session) {
        String peer = name(session.getRealRemoteAddress().getAddress());
        if (guesses.getOrDefault(peer, 0) >= MOST_GUESSES) {
            return SessionAcceptance.failure(421, "4.7.0 Too many unknown recipients, try again later");
        }
        if (connected.merge(peer, 1, Integer::sum) > mostOfOne) {
            leave(peer);
            return SessionAcceptance.failure(421, "4.7.0 Too many connections from your address, try again later");
        }
        Socket socket = session.getSocket();
        visits.put(session, new Visit(peer, socket, closing(socket, LONGEST_SESSION), new AtomicInteger()));
        return SessionAcceptance.success();
    }

    @Override
    public void onSessionEnd(Session session) {
        Visit visit = visits.remove(session);
        if (visit != null) {
            visit.end().cancel(false);
            leave(visit.peer());
        }
    }

    private void leave(String peer) {
        connected.computeIfPresent(peer, (any, count) -> count > 1 ? count - 1 : null);
    }

    /** Closes the connection after a while, unless that is called off; nothing if it is closed by now. */
    Optional<Future<?>> closing(Session session, Duration after) {
        return Optional.ofNullable(visits.get(session)).map(visit -> closing(visit.socket(), after));
    }

    private Future<?> closing(Socket socket, Duration after) {
        return alarm.after(after, () -> {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("A connection could not be closed: {}", e.toString());
            }
        });
    }

    /** Notes that a recipient was named that is not ours; how many that makes on this connection. */
    int guessed(Session session) {
        InetAddress address = session.getRealRemoteAddress().getAddress();
        if (!address.isLoopbackAddress() && !address.isSiteLocalAddress()) {
            if (guesses.size() >= MOST_KNOWN) {
                guesses.clear();
            }
            guesses.merge(name(address), 1, Integer::sum);
        }
        Visit visit = visits.get(session);
        return visit == null ? 1 : visit.guesses().incrementAndGet();
    }

    @Override
    public void close() {
        alarm.close();
    }
}
