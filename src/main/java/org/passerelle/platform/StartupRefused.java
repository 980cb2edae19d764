package org.passerelle.platform;

/** The configuration does not allow a start. The message says what to change, one line each. */
final class StartupRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    StartupRefused(String message) {
        super(message);
    }
}
