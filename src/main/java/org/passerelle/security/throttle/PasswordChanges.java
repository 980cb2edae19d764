package org.passerelle.security.throttle;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Bounds how often somebody may try to change their password: whoever finds a browser signed in, or a token, must not guess the
 * present one; and each try costs two hashes. Counted by account, and apart from signing in, which goes on.
 */
@Component
public class PasswordChanges {

    static final int MOST = 10;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final FixedWindowLimit limit;

    PasswordChanges(Ticker ticker) {
        this.limit = new FixedWindowLimit(MOST, WINDOW, ticker);
    }

    /**
     * Counts one more try, be it right or wrong.
     *
     * @param account whose password it is
     * @throws TooManyAttempts if there were ten within ten minutes
     */
    public void count(String account) {
        limit.take(account);
    }
}
