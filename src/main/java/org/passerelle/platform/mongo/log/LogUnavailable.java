package org.passerelle.platform.mongo.log;

/** The disk does not take or give what is asked of it. What was acknowledged stays; the call can be tried again. */
public final class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    LogUnavailable(String message) {
        super(message);
    }
}
