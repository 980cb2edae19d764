package org.passerelle.mail.imap;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each mail of a mailbox could not be taken for a reason of its own, by its UID (RFC 3501 section 2.3.1.1). It outlives
 * connections, for there are mails that end the connection by which they are fetched. Confined to the thread that fetches.
 */
final class FetchFaults {

    /** So often a mail is tried. */
    static final int MOST = 8;

    private static final int MOST_KNOWN = 1_000;

    private final Map<Long, Integer> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    boolean areTooMany(long uid) {
        return counts.getOrDefault(uid, 0) >= MOST;
    }

    /** Counts another; how many that makes. */
    int count(long uid) {
        return counts.merge(uid, 1, Integer::sum);
    }

    void forget(long uid) {
        counts.remove(uid);
    }
}
