package org.passerelle.platform.mongo.log;

/** The store was written by a newer version of the program than this one. */
public final class NewerFormat extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerFormat() {
        super("The store was written by a newer version of the program");
    }
}
