package org.passerelle.security;

/** A request's body is longer than {@link BodyLimit#LONGEST_IN_BYTES}; the rest of it was not read. */
public final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyTooLarge() {
        super("The body is longer than " + BodyLimit.LONGEST_IN_BYTES + " bytes");
    }
}
