package org.passerelle.security.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.passerelle.platform.digest.Digests;

/**
 * At most so many of something per key, in a window that begins with the first of them. Taking is one atomic step, so however many
 * come at once no more than that pass. Keys are kept as digests, some 170 bytes each, {@value #KEYS} at most. Beyond that the cache
 * gives up those that are asked for least (W-TinyLFU), so a flood of new keys pushes out mostly itself. Where a limit in all comes
 * first, as with passwords, there are never that many.
 */
public final class FixedWindowLimit {

    static final int KEYS = 20_000;

    private final int most;
    private final Duration window;
    private final Cache<String, AtomicInteger> counts;

    public FixedWindowLimit(int most, Duration window, Ticker ticker) {
        this.most = most;
        this.window = window;
        this.counts = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterWrite(window)
                .ticker(ticker)
                .build();
    }

    /** @throws TooManyAttempts if nothing more is to be had in this window */
    public void requireRoom(String key) {
        String digest = Digests.base64Url(key);
        AtomicInteger count = counts.getIfPresent(digest);
        if (count != null && count.get() >= most) {
            throw new TooManyAttempts(remainingOf(digest));
        }
    }

    /** @throws TooManyAttempts if nothing more is to be had in this window; then nothing is counted */
    public void take(String key) {
        String digest = Digests.base64Url(key);
        AtomicInteger count = counts.get(digest, unused -> new AtomicInteger());
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            throw new TooManyAttempts(remainingOf(digest));
        }
    }

    /** Counts one that was not asked for beforehand; never refuses. */
    public void count(String key) {
        counts.get(Digests.base64Url(key), unused -> new AtomicInteger()).incrementAndGet();
    }

    /** For what turned out not to count. */
    void giveBack(String key) {
        AtomicInteger count = counts.getIfPresent(Digests.base64Url(key));
        if (count != null) {
            count.updateAndGet(taken -> Math.max(0, taken - 1));
        }
    }

    private Duration remainingOf(String digest) {
        long age = counts.policy()
                .expireAfterWrite()
                .map(expiry -> expiry.ageOf(digest, TimeUnit.SECONDS).orElse(0))
                .orElse(0L);
        return Duration.ofSeconds(Math.max(1, window.toSeconds() - age));
    }
}
