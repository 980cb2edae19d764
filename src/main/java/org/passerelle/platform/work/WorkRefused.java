package org.passerelle.platform.work;

import java.time.Duration;

/** Nothing was done, because somebody's share of the program is used up for now, or all that can do it are at work. */
public final class WorkRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    public WorkRefused(Duration retryAfter) {
        super("Too much at once");
        this.retryAfter = retryAfter;
    }

    /** How long until it is worth another try; at least a second. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
