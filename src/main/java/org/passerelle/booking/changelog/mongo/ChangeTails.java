package org.passerelle.booking.changelog.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.passerelle.booking.changelog.Actor;
import org.passerelle.booking.changelog.ChangeMessage;
import org.passerelle.booking.changelog.LoggedChanges;
import org.passerelle.booking.model.Booking;
import org.passerelle.platform.StoreAccess;
import org.springframework.stereotype.Component;

/**
 * The tail of a booking's document: what its last writes changed, written with them in one step and kept until it is in the
 * log. So the log lacks nothing after a crash: what is in a tail and not in the log is appended.
 */
@Component
public class ChangeTails {

    /** The field of a booking's document. */
    public static final String FIELD = "changes";

    /** Where others write too, they have logged by then what they wrote; who looks for what is missing does so more often. */
    private static final Duration KEPT_WHERE_OTHERS_WRITE = Duration.ofHours(1);

    private final ChangeAppender appender;
    private final LogCatchUp catchUp;
    private final StoreAccess access;
    private final Clock clock;

    /** How many writes of each document are under way or not in the log yet. */
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    ChangeTails(ChangeAppender appender, LogCatchUp catchUp, StoreAccess access, Clock clock) {
        this.appender = appender;
        this.catchUp = catchUp;
        this.access = access;
        this.clock = clock;
    }

    /** The tail as a write under way would leave it. Closed without having been said how that ended, it may have been written. */
    public final class Tail implements AutoCloseable {

        private final String root;
        private final List<Document> changes;
        private boolean isEnded;

        private Tail(String root, List<Document> changes) {
            this.root = root;
            this.changes = changes;
        }

        /** For the field {@value ChangeTails#FIELD}. */
        public List<Document> documents() {
            return changes;
        }

        /** Says how the write ended; what was written can go into the log now. */
        public void ended(boolean isWritten) {
            isEnded = true;
            if (isWritten) {
                appender.append(LoggedWrite.ofTail(root, changes), () -> settled(root));
            } else {
                settled(root);
            }
        }

        @Override
        public void close() {
            if (!isEnded) {
                appender.appendTailOf(root, () -> settled(root));
            }
        }
    }

    /**
     * Begins a write of a document.
     *
     * @param stored the tail that was read with it; empty if it is new
     * @param version of the document once written
     */
    public Tail begin(String root, List<Document> stored, List<Booking> before, List<Booking> after, long version) {
        catchUp.beforeWriting();
        Instant now = clock.instant();
        int others = open.merge(root, 1, Integer::sum) - 1;
        List<Document> changes = new ArrayList<>(kept(stored, others > 0, now));
        LoggedChanges.of(before, after, version, now, Actor.current()).stream()
                .map(ChangeMessage::addedTo)
                .map(ChangeDocument::from)
                .forEach(changes::add);
        return new Tail(root, changes);
    }

    private List<Document> kept(List<Document> stored, boolean mayLack, Instant now) {
        if (stored.isEmpty() || mayLack || !catchUp.hasCaughtUp()) {
            return stored;
        }
        if (access == StoreAccess.EXCLUSIVE) {
            return List.of();
        }
        Date since = Date.from(now.minus(KEPT_WHERE_OTHERS_WRITE));
        return stored.stream()
                .filter(change -> change.getDate("at").after(since))
                .toList();
    }

    private void settled(String root) {
        open.computeIfPresent(root, (same, count) -> count == 1 ? null : count - 1);
    }
}
