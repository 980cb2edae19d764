package org.passerelle.api;

/** What was to be changed is not any more as whoever asks has read it. Answered with 412. */
public final class Stale extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Stale() {
        super("Changed since it was read");
    }
}
