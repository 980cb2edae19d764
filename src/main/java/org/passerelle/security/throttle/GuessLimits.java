package org.passerelle.security.throttle;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.passerelle.account.signin.SignIn;
import org.springframework.stereotype.Component;

/**
 * How often somebody may be wrong. Each kind of credential counts apart from the others, so that dead links or a program with an old
 * password never close the sign-in form to the people behind the same address. Every node counts for itself.
 */
@Component
public class GuessLimits {

    public static final Duration WINDOW = Duration.ofMinutes(1);

    /** Unknown tokens from one address in a {@link #WINDOW}. */
    static final int TOKENS = 300;

    /** Dead links of one family from one address in a {@link #WINDOW}. */
    public static final int LINKS = 300;

    private final PasswordThrottle atTheForm;
    private final PasswordThrottle atTheApi;
    private final FixedWindowLimit tokens;
    private final FixedWindowLimit links;

    GuessLimits(SignIn signIn, Ticker ticker) {
        HashingLanes lanes = HashingLanes.forProcessors(Runtime.getRuntime().availableProcessors());
        this.atTheForm = new PasswordThrottle(signIn::withPassword, lanes, ticker);
        this.atTheApi = new PasswordThrottle(signIn::withPassword, lanes, ticker);
        this.tokens = new FixedWindowLimit(TOKENS, WINDOW, ticker);
        this.links = new FixedWindowLimit(LINKS, WINDOW, ticker);
    }

    /** Passwords in the form at {@code /sign-in}. */
    public PasswordThrottle atTheForm() {
        return atTheForm;
    }

    /** Passwords in {@code Authorization: Basic}, for the API and CalDAV. */
    public PasswordThrottle atTheApi() {
        return atTheApi;
    }

    /** Bearer tokens that nobody has, by subscriber. */
    public FixedWindowLimit tokens() {
        return tokens;
    }

    /** Addresses of pages and feeds that are a secret and do not exist, by family and subscriber. */
    public FixedWindowLimit links() {
        return links;
    }
}
