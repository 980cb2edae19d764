package org.passerelle.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.passerelle.platform.net.ClientAddress;
import org.springframework.stereotype.Component;

/**
 * Failed sign-ins, over every door together: form, Basic and Bearer. They are counted for a minute from the first one on,
 * by client address and account named, and more loosely by address alone; past the limit nothing more is checked there
 * until the minute ends. So a clumsy program behind an office's address locks out itself and not its neighbours. Successes
 * never count. A limit by account across addresses would let anybody lock somebody else out.
 */
@Component
class SignInFailures {

    static final int ALLOWED_FOR_ACCOUNT = 30;
    static final int ALLOWED_FROM_ADDRESS = 300;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int LONGEST_NAME = 254;

    private final Cache<String, AtomicInteger> failures;

    SignInFailures(Ticker ticker) {
        this.failures = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(WINDOW)
                .ticker(ticker)
                .build();
    }

    /**
     * @param account as named by the client, empty for a token
     * @throws TooManyAttempts if there were too many failures from this address, or for this account from it
     */
    void requireFew(String address, String account) {
        requireFewer(ClientAddress.of(address).subscriber(), ALLOWED_FROM_ADDRESS);
        requireFewer(keyOf(address, account), ALLOWED_FOR_ACCOUNT);
    }

    private void requireFewer(String key, int allowed) {
        AtomicInteger count = failures.getIfPresent(key);
        if (count != null && count.get() >= allowed) {
            throw new TooManyAttempts(remainingOf(key));
        }
    }

    void add(String address, String account) {
        failures.get(ClientAddress.of(address).subscriber(), key -> new AtomicInteger())
                .incrementAndGet();
        if (!account.isEmpty()) {
            failures.get(keyOf(address, account), key -> new AtomicInteger()).incrementAndGet();
        }
    }

    private static String keyOf(String address, String account) {
        String name = account.toLowerCase(Locale.ROOT);
        return ClientAddress.of(address).subscriber() + " " + name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private Duration remainingOf(String key) {
        long age = failures.policy()
                .expireAfterWrite()
                .map(window -> window.ageOf(key, TimeUnit.SECONDS).orElse(0))
                .orElse(0L);
        return Duration.ofSeconds(Math.max(1, WINDOW.toSeconds() - age));
    }
}
