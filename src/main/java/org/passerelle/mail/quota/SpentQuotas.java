package org.passerelle.mail.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.EmailAddress;

/**
 * Remembers who has used up what mail without the reserve may cost, until it is counted anew: whoever books a thousand rooms
 * a day costs no look at the store for each. A mail that is given back has everything looked up again.
 */
final class SpentQuotas {

    private static final int MOST = 10_000;

    private final Cache<Pair, Full> known =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    private record Pair(String by, EmailAddress to) {}

    /** Empty if nothing is known, which does not mean that there is room. */
    Optional<Full> of(String by, EmailAddress to, Instant now) {
        return Optional.ofNullable(known.getIfPresent(new Pair(by, to)))
                .filter(full -> full.frees().isAfter(now));
    }

    void note(String by, EmailAddress to, Full full) {
        known.put(new Pair(by, to), full);
    }

    void forget() {
        known.invalidateAll();
    }
}
