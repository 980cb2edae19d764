package org.passerelle.security.throttle;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Locale;
import org.passerelle.platform.net.ClientAddress;
import org.springframework.stereotype.Component;

/**
 * Bounds how often links that set a password are asked for: by one network, who may try many addresses, and for one address, whose
 * mailbox would fill. Counted whether there is an account or not, so that it does not tell. Every node counts for itself.
 */
@Component
public class PasswordRequests {

    static final int OF_A_NETWORK = 20;
    static final int FOR_AN_ADDRESS = 3;
    static final Duration WINDOW = Duration.ofHours(1);

    private final FixedWindowLimit networks;
    private final FixedWindowLimit addresses;

    PasswordRequests(Ticker ticker) {
        this.networks = new FixedWindowLimit(OF_A_NETWORK, WINDOW, ticker);
        this.addresses = new FixedWindowLimit(FOR_AN_ADDRESS, WINDOW, ticker);
    }

    /**
     * Counts one more.
     *
     * @param remoteAddress of whoever asks
     * @throws TooManyAttempts if there were too many within the hour, of this network or for this address
     */
    public void count(String remoteAddress, String email) {
        networks.take(ClientAddress.of(remoteAddress).subscriber());
        count(email);
    }

    /** The same where it is known who asks. */
    public void count(String email) {
        addresses.take(email.toLowerCase(Locale.ROOT));
    }
}
