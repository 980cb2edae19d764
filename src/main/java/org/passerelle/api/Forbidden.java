package org.passerelle.api;

/** The person may see that it exists, but not do this. Answered with 403. */
public final class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param what names the act for the log; the client is not told */
    public Forbidden(String what) {
        super("Forbidden: " + what);
    }
}
