package org.passerelle.notification.owed;

import java.time.Duration;
import java.time.Instant;

/** Up to which position of the change log everything is owed or told. */
public interface LogPosition {

    long read();

    /** Moves on to {@code to}; nothing happens unless it stands at {@code from}, because another node was faster. */
    void advance(long from, long to);

    /**
     * Keeps other nodes from reading for a time, or for some more. Who reads beside another finds again what the other has found
     * and told already.
     *
     * @return false if another node reads
     */
    boolean claim(Instant now, Duration length);

    /** Lets others read, if this node has claimed it. */
    void release();
}
