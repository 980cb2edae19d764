package org.passerelle.security.connector;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.apache.catalina.Engine;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.work.WorkTimer;

/**
 * Lets as many requests be worked on at a time as do the database good, while many more threads may wait for slow clients. At most
 * {@value #TURNS} threads work, {@value #BODIES} wait for bodies, {@value #ANSWERS} for slow answers to be taken and {@value
 * #REMOTE} for servers of others; Tomcat has more than these together, so some are always left.
 */
public final class ConcurrencyLimitValve extends ValveBase {

    static final int TURNS = 64;
    static final int BODIES = 256;
    static final int ANSWERS = 128;
    static final int REMOTE = 128;

    private static final Duration QUICK_ANSWER = Duration.ofMillis(300);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Ticker ticker;
    private final Semaphore turns = new Semaphore(TURNS, true);
    private final FairShare bodies = new FairShare(BODIES);
    private final FairShare answers = new FairShare(ANSWERS);
    private final FairShare remote = new FairShare(REMOTE);
    private final Set<RunningRequest> running = ConcurrentHashMap.newKeySet();
    private @Nullable WorkTimer watch;

    public ConcurrencyLimitValve(Ticker ticker) {
        super(true);
        this.ticker = ticker;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        RunningRequest current = new RunningRequest(request, turns, ticker);
        Optional<IncomingBody> body = IncomingBody.of(request.getCoyoteRequest(), current, bodies, ticker);
        RemoteWait wait = new RemoteWait(current, remote);
        request.setAttribute(RemoteWait.NAME, wait);
        running.add(current);
        current.takeTurn();
        try {
            getNext().invoke(request, response);
            if (body.filter(IncomingBody::isLeftOver).isPresent() && !request.isAsync()) {
                // Some clients send the rest only, or stop sending it, when they have the answer.
                response.finishResponse();
                current.passTurnOn();
                if (!body.get().dropRest()) {
                    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                }
            }
        } finally {
            body.ifPresent(IncomingBody::end);
            wait.end();
            running.remove(current);
            current.end();
        }
    }

    private void look() {
        for (Connections connections : connections()) {
            running.forEach(each -> each.judge(connections, answers, QUICK_ANSWER));
            connections.closeThoseWithoutHead();
        }
    }

    private List<Connections> connections() {
        return Stream.of(((Engine) container).getService().findConnectors())
                .map(Connector::getProtocolHandler)
                .filter(Connections.class::isInstance)
                .map(Connections.class::cast)
                .toList();
    }

    @Override
    protected void startInternal() throws LifecycleException {
        super.startInternal();
        WorkTimer timer = new WorkTimer("slow-clients");
        timer.every(BETWEEN_LOOKS, this::look);
        watch = timer;
    }

    @Override
    protected void stopInternal() throws LifecycleException {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        super.stopInternal();
    }
}
