package org.passerelle.notification.owed;

/** Up to which position of the change log everything is owed or told. */
public interface LogPosition {

    long read();

    /** Moves on to {@code to}; nothing happens unless it stands at {@code from}, because another node was faster. */
    void advance(long from, long to);
}
