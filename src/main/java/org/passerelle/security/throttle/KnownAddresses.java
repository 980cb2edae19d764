package org.passerelle.security.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.platform.digest.Digests;

/**
 * From where somebody signed in with the right password lately. Each account has its own few places, so nobody who can sign in
 * pushes out the addresses of others.
 */
final class KnownAddresses {

    static final Duration REMEMBERED = Duration.ofDays(1);
    static final int OF_AN_ACCOUNT = 8;

    private static final int ACCOUNTS = 50_000;

    private final Cache<String, List<String>> newestFirst;

    KnownAddresses(Ticker ticker) {
        this.newestFirst = Caffeine.newBuilder()
                .maximumSize(ACCOUNTS)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    boolean contain(String account, String subscriber) {
        List<String> known = newestFirst.getIfPresent(Digests.base64Url(account));
        return known != null && known.contains(subscriber);
    }

    void add(String account, String subscriber) {
        newestFirst.asMap().compute(Digests.base64Url(account), (unused, known) -> {
            List<String> before = known == null ? List.of() : known;
            return Stream.concat(Stream.of(subscriber), before.stream().filter(each -> !each.equals(subscriber)))
                    .limit(OF_AN_ACCOUNT)
                    .toList();
        });
    }
}
