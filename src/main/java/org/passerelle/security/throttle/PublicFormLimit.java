package org.passerelle.security.throttle;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.passerelle.platform.net.ClientAddress;
import org.springframework.stereotype.Component;

/** How often the forms that need no account may be sent from one network. Every node counts for itself. */
@Component
public class PublicFormLimit {

    /** Forms of one subscriber in a {@link #WINDOW}. */
    public static final int FORMS = 20;

    static final Duration WINDOW = Duration.ofHours(1);

    private final FixedWindowLimit forms;

    PublicFormLimit(Ticker ticker) {
        this.forms = new FixedWindowLimit(FORMS, WINDOW, ticker);
    }

    /** Counts a form from {@code remoteAddress}; false if there were too many, and it is not counted. */
    public boolean take(String remoteAddress) {
        try {
            forms.take(ClientAddress.of(remoteAddress).subscriber());
            return true;
        } catch (TooManyAttempts e) {
            return false;
        }
    }
}
