package org.passerelle.api;

/** There is no such thing, or not for this person. Answered with 404. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param what names it for the log; the client is not told */
    public NotFound(String what) {
        super("Not found: " + what);
    }
}
