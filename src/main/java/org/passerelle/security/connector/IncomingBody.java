package org.passerelle.security.connector;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.passerelle.security.refusal.RequestRefused;
import org.passerelle.security.refusal.RequestRefused.RefusalKind;

/**
 * The body of a request on its way from the connection to whoever reads it. What has arrived already is handed on. For the rest a
 * thread must wait, which takes one of the places of the client, and ends when too little comes.
 */
public final class IncomingBody implements InputBuffer {

    /** Most that a request may hold, in bytes. */
    public static final long LONGEST = 1024L * 1024;
    /** Most that is dropped of the rest that nobody wants, in bytes. */
    static final long MOST_DROPPED = 32L * 1024 * 1024;

    private final Request request;
    private final InputBuffer connection;
    private final RunningRequest owner;
    private final FairShare places;
    private final Ticker ticker;
    /** As announced, in bytes; negative if it comes in chunks. */
    private final long length;

    private long received;
    private boolean ended;
    private boolean isDropped;
    private boolean isGivenUp;

    private volatile boolean hasPlace;
    private volatile boolean isWaiting;
    private volatile Pace pace = Pace.OF_BODIES;
    private volatile long since;
    private volatile long receivedSince;

    IncomingBody(Request request, RunningRequest owner, FairShare places, Ticker ticker) {
        this.request = request;
        this.connection = request.getInputBuffer();
        this.owner = owner;
        this.places = places;
        this.ticker = ticker;
        this.length = request.getContentLengthLong();
    }

    /** The one of this request, which then reads through it; nothing if the request has none. */
    static Optional<IncomingBody> of(Request request, RunningRequest owner, FairShare places, Ticker ticker) {
        if (!hasBody(request)) {
            return Optional.empty();
        }
        IncomingBody body = new IncomingBody(request, owner, places, ticker);
        request.setInputBuffer(body);
        owner.receives(body);
        return Optional.of(body);
    }

    private static boolean hasBody(Request request) {
        try {
            return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        } catch (NumberFormatException e) {
            // Tomcat has refused it by then, and reads no body.
            return false;
        }
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        // How much of a chunk has arrived cannot be told without reading it.
        boolean mayHaveToWait = !ended && (length < 0 || available() == 0);
        int count = mayHaveToWait ? waitFor(handler) : connection.doRead(handler);
        received += Math.max(0, count);
        ended = ended || count < 0 || received == length;
        if (ended) {
            leavePlace();
        } else if (received > LONGEST && !isDropped) {
            throw new RequestRefused(RefusalKind.TOO_LARGE);
        }
        return count;
    }

    private int waitFor(ApplicationBufferHandler handler) throws IOException {
        takePlace();
        isWaiting = true;
        try {
            int count = connection.doRead(handler);
            receivedSince = receivedSince + Math.max(0, count);
            return count;
        } catch (IOException e) {
            isGivenUp = true;
            if (isTooSlow()) {
                throw new RequestRefused(RefusalKind.TOO_SLOW);
            }
            throw e;
        } finally {
            isWaiting = false;
        }
    }

    private void takePlace() {
        if (!hasPlace) {
            if (!places.tryTake(owner.client())) {
                throw givenUp(RefusalKind.TOO_MANY_BODIES);
            }
            since = ticker.read();
            hasPlace = true;
            owner.passTurnOn();
        } else if (isTooSlow()) {
            throw givenUp(RefusalKind.TOO_SLOW);
        }
    }

    private RequestRefused givenUp(RefusalKind kind) {
        isGivenUp = true;
        return new RequestRefused(kind);
    }

    private void leavePlace() {
        if (hasPlace) {
            hasPlace = false;
            places.giveBack(owner.client());
            if (!isDropped) {
                owner.takeTurn();
            }
        }
    }

    /** Whether less has come than should, since it is waited for. Any thread may ask. */
    boolean isTooSlow() {
        return hasPlace && pace.isMissed(Duration.ofNanos(ticker.read() - since), receivedSince);
    }

    /** Whether a thread is waiting for more of it just now. */
    boolean isWaiting() {
        return isWaiting;
    }

    /** Whether nobody read it to its end. */
    boolean isLeftOver() {
        return !ended && received != length;
    }

    /**
     * Reads the rest and drops it, for a short while.
     *
     * @return whether the connection can serve another request
     */
    boolean dropRest() {
        boolean waitsForConsent = received == 0 && request.hasExpectation();
        if (isGivenUp || waitsForConsent) {
            return false;
        }
        isDropped = true;
        pace = Pace.OF_DROPPED_BODIES;
        since = ticker.read();
        receivedSince = 0;
        received = 0;
        DroppedBytes dropped = new DroppedBytes();
        try {
            while (!ended && receivedSince < MOST_DROPPED) {
                doRead(dropped);
            }
            return ended;
        } catch (IOException | RequestRefused gone) {
            return false;
        }
    }

    /** Gives back what it holds. */
    void end() {
        request.setInputBuffer(connection);
        isDropped = true;
        leavePlace();
    }

    @Override
    public int available() {
        request.action(ActionCode.AVAILABLE, Boolean.TRUE);
        return request.getAvailable();
    }
}
