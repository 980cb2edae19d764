package org.passerelle.platform.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was found of somebody so far in one place, document by document. One that cannot be read is counted and stops nothing:
 * everybody may have what is kept of them, whatever a stranger has sent.
 */
public final class HeldDataSearch {

    private static final Logger LOG = LoggerFactory.getLogger(HeldDataSearch.class);
    private static final String WORK = "personal-data";

    private final String place;
    private final boolean isLeft;
    private final List<Map<String, Object>> theirs = new ArrayList<>();
    private long mentions;
    private long unread;

    public HeldDataSearch(String place) {
        this(place, false);
    }

    HeldDataSearch(String place, boolean isLeft) {
        this.place = place;
        this.isLeft = isLeft;
    }

    /** Something of theirs. */
    public void add(Map<String, Object> own) {
        theirs.add(own);
    }

    /** Something of somebody else that names them. */
    public void mention() {
        mentions++;
    }

    /**
     * Looks at one document, which adds what it finds. That the store cannot be read is no fault of the document, and is thrown.
     *
     * @param id of the document, for the log
     */
    public void at(@Nullable Object id, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException | StackOverflowError e) {
            if (StoreFailure.isIn(e)) {
                throw e;
            }
            unread++;
            WorkFailures.report(LOG, WORK, "Left out of what is held of somebody: " + place + " " + id, e);
        }
    }

    public HeldData end() {
        return new HeldData(place, theirs, mentions, unread, isLeft);
    }
}
