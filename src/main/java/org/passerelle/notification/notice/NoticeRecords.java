package org.passerelle.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Which notices were told, by their keys. */
public interface NoticeRecords {

    /** Those of {@code keys} that were told, or given up. */
    Set<String> told(Collection<String> keys);

    /**
     * Makes a notice this node's own for a time.
     *
     * @return how often it was tried in vain; less than zero if another is at it, it was told, or its time has not come
     */
    int claim(String key, Instant now, Duration length);

    /** It is not told again. */
    void noteTold(String key, Instant now);

    /** It is tried again from {@code next} on. */
    void postpone(String key, int tries, Instant next);

    /** Forgets those told before {@code before}: what still stands then is told anew. */
    void forgetBefore(Instant before);
}
