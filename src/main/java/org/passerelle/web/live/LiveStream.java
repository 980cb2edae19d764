package org.passerelle.web.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.live.SiteDays;

/**
 * One page that is kept up to date: server-sent events, as WHATWG HTML section 9.2 has them. No thread waits for it: what its
 * client does not take at once is kept as the days that it is about, and whoever takes nothing from one heartbeat to the next is let go.
 */
final class LiveStream implements WriteListener, AsyncListener {

    private final LiveWatch watch;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<LiveStream> ended;

    private @Nullable SiteDays untold;
    private boolean isToBeat = true;
    private boolean hasBegun;
    private boolean hasEnded;

    LiveStream(LiveWatch watch, AsyncContext context, Consumer<LiveStream> ended) throws IOException {
        this.watch = watch;
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.ended = ended;
    }

    void begin() {
        context.setTimeout(0);
        context.addListener(this);
        out.setWriteListener(this);
        synchronized (this) {
            hasBegun = true;
        }
    }

    /** Ends before it has begun. */
    void refuse() {
        context.complete();
    }

    LiveWatch watch() {
        return watch;
    }

    /** Tells it of {@code days}, now or when its client takes something again. */
    synchronized void tell(SiteDays days) {
        untold = untold == null ? days : untold.with(days);
        send();
    }

    /** Shows that the connection is alive, to both sides. */
    synchronized void beat() {
        if (hasBegun && (isToBeat || untold != null)) {
            end();
            return;
        }
        isToBeat = true;
        send();
    }

    @Override
    public synchronized void onWritePossible() {
        send();
    }

    private void send() {
        try {
            while (hasBegun && !hasEnded && (isToBeat || untold != null) && out.isReady()) {
                out.write(next().getBytes(StandardCharsets.US_ASCII));
                if (out.isReady()) {
                    out.flush();
                }
            }
        } catch (IOException | IllegalStateException e) {
            end();
        }
    }

    private String next() {
        isToBeat = false;
        SiteDays days = untold;
        untold = null;
        if (days == null) {
            return ":\n\n";
        }
        String data = days.days().stream().map(Object::toString).collect(Collectors.joining(" "));
        return "event: changed\ndata: " + data + "\n\n";
    }

    /**
     * Ends it, once. Whoever ends it keeps the container waiting until that is said: after {@link #onComplete} the container uses
     * {@link #context} again, for the request of somebody else.
     */
    void end() {
        synchronized (this) {
            if (hasEnded) {
                return;
            }
            hasEnded = true;
            complete();
        }
        ended.accept(this);
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // The container has ended it already.
        }
    }

    @Override
    public void onError(Throwable e) {
        end();
    }

    /** Says so again to the container, which else sends a page about the fault down the stream, and logs that it could not. */
    @Override
    public void onError(AsyncEvent event) {
        end();
        complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
        complete();
    }

    /** The container has ended it, so {@link #context} is ours no longer. */
    @Override
    public void onComplete(AsyncEvent event) {
        synchronized (this) {
            hasEnded = true;
        }
        ended.accept(this);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nothing begins anew.
    }
}
