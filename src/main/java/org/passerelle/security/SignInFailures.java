package org.passerelle.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Failed sign-ins by client address, over every door together: form, Basic and Bearer. From the first failure on a minute is
 * counted; after the thirtieth in it, nothing more is checked from there until it ends. Successes never count. A limit by
 * account would be the stricter one nowhere, and one across addresses would let anybody lock somebody else out.
 */
@Component
class SignInFailures {

    static final int ALLOWED = 30;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int IPV6_GROUPS_OF_A_SUBSCRIBER = 4;

    private final Cache<String, AtomicInteger> failures;

    SignInFailures(Ticker ticker) {
        this.failures = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(WINDOW)
                .ticker(ticker)
                .build();
    }

    /** @throws TooManyAttempts if this address has failed too often in the last minute */
    void requireFewFrom(String address) {
        String key = subscriberOf(address);
        AtomicInteger count = failures.getIfPresent(key);
        if (count != null && count.get() >= ALLOWED) {
            throw new TooManyAttempts(remainingOf(key));
        }
    }

    void add(String address) {
        AtomicInteger count = failures.get(subscriberOf(address), key -> new AtomicInteger());
        count.incrementAndGet();
    }

    private Duration remainingOf(String key) {
        long age = failures.policy()
                .expireAfterWrite()
                .map(window -> window.ageOf(key, TimeUnit.SECONDS).orElse(0))
                .orElse(0L);
        return Duration.ofSeconds(Math.max(1, WINDOW.toSeconds() - age));
    }

    /** One IPv4 address, or the /64 network that one subscriber of IPv6 owns. */
    private static String subscriberOf(String address) {
        String[] groups = address.split(":", IPV6_GROUPS_OF_A_SUBSCRIBER + 1);
        if (groups.length <= IPV6_GROUPS_OF_A_SUBSCRIBER) {
            return address;
        }
        return String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
