package org.passerelle.device.dialin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts numbers that stand for nothing, by who asks: a gateway mistypes now and then, whoever guesses does so all the time. */
@Component
class WrongNumbers {

    /** In a minute; at this rate one of nine hundred million numbers is not found in a lifetime. */
    static final int MOST = 30;

    private static final int MOST_ASKERS = 10_000;

    private final Cache<String, AtomicInteger> counts;

    WrongNumbers(Ticker ticker) {
        this.counts = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(1))
                .maximumSize(MOST_ASKERS)
                .ticker(ticker)
                .build();
    }

    boolean areTooMany(String asker) {
        AtomicInteger count = counts.getIfPresent(asker);
        return count != null && count.get() >= MOST;
    }

    void add(String asker) {
        counts.get(asker, key -> new AtomicInteger()).incrementAndGet();
    }
}
