package org.passerelle.security.throttle;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many guesses were made, of passwords, tokens or links, or too many at once; nothing was checked. */
public final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many attempts");
        this.wait = wait;
    }

    /** How long until another attempt is checked; whole seconds, at least one. */
    public Duration retryAfter() {
        return wait;
    }
}
