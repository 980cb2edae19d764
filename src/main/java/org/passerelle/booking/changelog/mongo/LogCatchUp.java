package org.passerelle.booking.changelog.mongo;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.SerialWorker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Appends what the log lacks: what a node wrote before it crashed, or could not append. Looks through all tails after each start,
 * unless this process alone writes and its last run ended in peace; and again when something was missed, or others write as well.
 */
@Component
class LogCatchUp implements DisposableBean {

    private static final int WRITES_AT_ONCE = 200;

    private final LogPages pages;
    private final StoredTails tails;
    private final StoreAccess access;
    private final SerialWorker background;
    private volatile boolean hasCaughtUp;

    /** Whether the store still says that the log lacks nothing. */
    private volatile boolean isMarked;

    LogCatchUp(LogPages pages, StoredTails tails, StoreAccess access, SerialWorker background) {
        this.pages = pages;
        this.tails = tails;
        this.access = access;
        this.background = background;
        this.isMarked = tails.lackNothing();
        this.hasCaughtUp = access == StoreAccess.EXCLUSIVE && isMarked;
    }

    /**
     * To be called before each write. Before the first one the mark of the peaceful end is taken away: at the start there may be
     * no space to do so, and then nothing is written either.
     */
    void beforeWriting() {
        if (isMarked) {
            tails.noteMayLack();
            isMarked = false;
        }
    }

    /** Whether what was written before this start is in the log. */
    boolean hasCaughtUp() {
        return hasCaughtUp;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!hasCaughtUp) {
            background.execute(this::lookAtAll);
        }
    }

    /** Comes round now and then; looks only if the log may lack something. */
    void lookForMissed() {
        if (access == StoreAccess.SHARED || tails.hasMissed() || !hasCaughtUp) {
            lookAtAll();
        }
    }

    private void lookAtAll() {
        tails.noteCaughtUp();
        List<LoggedWrite> some = new ArrayList<>();
        tails.forEach(writes -> {
            some.addAll(writes);
            if (some.size() >= WRITES_AT_ONCE) {
                pages.append(some);
                some.clear();
            }
        });
        pages.append(some);
        hasCaughtUp = true;
    }

    /** The last moment at which something can be stored; whatever was written by then is in the log, or was missed. */
    @Override
    public void destroy() {
        if (access == StoreAccess.EXCLUSIVE && hasCaughtUp && !isMarked && !tails.hasMissed()) {
            try {
                tails.noteLackNothing();
            } catch (RuntimeException e) {
                if (!StoreFailure.isIn(e)) {
                    throw e;
                } // the next start looks through all tails
            }
        }
    }
}
