package org.passerelle.platform.work;

/** Work was broken off because the program ends; what was begun is carried on after the next start. */
public final class WorkStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    WorkStopped() {
        super("The program ends");
    }
}
