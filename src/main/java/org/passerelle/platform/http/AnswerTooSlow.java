package org.passerelle.platform.http;

import java.io.InterruptedIOException;

/** A server takes longer than it is waited for, with one byte or with all of them. */
public final class AnswerTooSlow extends InterruptedIOException {

    private static final long serialVersionUID = 1;

    AnswerTooSlow(Exception cause) {
        super("Waited for long enough");
        initCause(cause);
    }
}
