package org.passerelle.web.live;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.passerelle.account.session.BrowserSessions;
import org.passerelle.directory.SiteId;
import org.passerelle.live.DeskChanges;
import org.passerelle.live.SiteChanges;
import org.passerelle.live.SiteDays;
import org.passerelle.platform.work.WorkTimer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The streams that are open: so many of one person, so many in all, each as long as the session in which it was opened. All are
 * served by one thread.
 */
@Component
class LiveStreams implements DisposableBean {

    static final int FOR_ONE_PERSON = 6;
    static final int IN_ALL = 500;

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final SiteChanges changes;
    private final DeskChanges deskChanges;
    private final BrowserSessions sessions;
    private final WorkTimer timer = new WorkTimer("live-streams");
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final BiConsumer<SiteId, SiteDays> tell = this::tell;
    private final Consumer<SiteId> tellDesks = this::tellDesks;
    private boolean isBeating;
    private boolean hasEnded;

    LiveStreams(SiteChanges changes, DeskChanges deskChanges, BrowserSessions sessions) {
        this.changes = changes;
        this.deskChanges = deskChanges;
        this.sessions = sessions;
    }

    /** False if there are as many as may be; counted and added in one step. */
    synchronized boolean hasTaken(LiveStream stream) {
        long own = open.stream()
                .filter(each -> each.watch().person().equals(stream.watch().person()))
                .count();
        if (hasEnded || own >= FOR_ONE_PERSON || open.size() >= IN_ALL) {
            return false;
        }
        if (open.isEmpty()) {
            changes.follow(tell);
            deskChanges.follow(tellDesks);
        }
        if (!isBeating) {
            isBeating = true;
            timer.after(HEARTBEAT, this::beatAgain);
        }
        return open.add(stream);
    }

    synchronized void forget(LiveStream stream) {
        open.remove(stream);
        if (open.isEmpty()) {
            changes.leave(tell);
            deskChanges.leave(tellDesks);
        }
    }

    int size() {
        return open.size();
    }

    private void tell(SiteId site, SiteDays days) {
        open.stream().filter(stream -> stream.watch().sites().contains(site)).forEach(stream -> stream.tell(days));
    }

    private void tellDesks(SiteId site) {
        open.stream()
                .filter(stream ->
                        stream.watch().isOfDesk() && stream.watch().sites().contains(site))
                .forEach(stream -> stream.tell(SiteDays.ANY));
    }

    private void beatAgain() {
        try {
            beat();
        } finally {
            planNext();
        }
    }

    private synchronized void planNext() {
        isBeating = !open.isEmpty();
        if (isBeating) {
            timer.after(HEARTBEAT, this::beatAgain);
        }
    }

    /** Ends those whose session has ended, and lets the others know that they are heard. */
    void beat() {
        for (LiveStream stream : open) {
            if (sessions.isOpen(stream.watch().session())) {
                stream.beat();
            } else {
                stream.end();
            }
        }
    }

    /** Before the server waits for what is under way, for these would never end. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        synchronized (this) {
            hasEnded = true;
        }
        open.forEach(LiveStream::end);
    }

    @Override
    public void destroy() {
        timer.close();
    }
}
