package org.passerelle.security.connector;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.net.ClientAddress;

/**
 * A request that a thread is busy with. While it is worked on it has one of few turns; a thread that waits for its client, for a
 * body to come or an answer to be taken, has passed the turn on.
 */
final class RunningRequest {

    private final Response response;
    private final String peer;
    private final String address;
    private final Semaphore turns;
    private final Ticker ticker;
    private final AtomicBoolean hasTurn = new AtomicBoolean();
    private volatile boolean needsNoTurn;

    private volatile @Nullable IncomingBody body;
    private @Nullable FairShare answers;
    private boolean isAnswering;
    private long answeringSince;
    private boolean ended;

    RunningRequest(Request request, Semaphore turns, Ticker ticker) {
        this.response = request.getResponse().getCoyoteResponse();
        this.peer = Connections.nameOf(String.valueOf(request.getPeerAddr()), request.getRemotePort());
        this.address = String.valueOf(request.getRemoteAddr());
        this.turns = turns;
        this.ticker = ticker;
    }

    /** Waits until there is a turn for it, after those who came before it; not if it goes on without one. */
    void takeTurn() {
        if (needsNoTurn) {
            return;
        }
        turns.acquireUninterruptibly();
        hasTurn.set(true);
    }

    void passTurnOn() {
        if (hasTurn.compareAndSet(true, false)) {
            turns.release();
        }
    }

    /** Passes its turn on and takes no other, whatever of its body is still to come. */
    void goOnWithoutTurn() {
        needsNoTurn = true;
        passTurnOn();
    }

    /** Who is counted: the client, as a trusted proxy names it. Few requests are ever asked. */
    String client() {
        return ClientAddress.of(address).subscriber();
    }

    void receives(IncomingBody incoming) {
        this.body = incoming;
    }

    /**
     * Looks after it from another thread. A request whose answer has been under way for longer than {@code quick} passes on its
     * turn and takes one of the places for slow answers; without one, or when its client is too slow, it is cut off.
     */
    synchronized void judge(Connections connections, FairShare slowAnswers, Duration quick) {
        if (ended) {
            return;
        }
        IncomingBody incoming = body;
        if (incoming != null && incoming.isWaiting() && incoming.isTooSlow()) {
            connections.stopReading(peer);
        }
        if (!response.isCommitted()) {
            return;
        }
        if (!isAnswering) {
            isAnswering = true;
            answeringSince = ticker.read();
        }
        Duration elapsed = Duration.ofNanos(ticker.read() - answeringSince);
        if (elapsed.compareTo(quick) > 0) {
            passTurnOn();
            boolean hasPlace = answers != null || slowAnswers.tryTake(client());
            answers = hasPlace ? slowAnswers : null;
            if (!hasPlace || Pace.OF_ANSWERS.isMissed(elapsed, length())) {
                connections.stopWriting(peer);
            }
        }
    }

    /** Of the answer in bytes: what it announced or, longer or not known before, what was written of it. */
    private long length() {
        return Math.max(response.getContentLengthLong(), response.getContentWritten());
    }

    synchronized void end() {
        ended = true;
        passTurnOn();
        if (answers != null) {
            answers.giveBack(client());
            answers = null;
        }
    }
}
