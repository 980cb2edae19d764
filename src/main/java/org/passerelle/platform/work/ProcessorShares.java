package org.passerelle.platform.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What each person still has of the processor: a bucket that fills by itself and from which each metered call takes what it
 * took, beyond what is free. A call that is begun is finished, so a bucket may be overdrawn; then the next ones wait.
 */
public final class ProcessorShares {

    private static final int MOST_PEOPLE = 50_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ProcessorProperties settings;
    private final Ticker ticker;
    private final Cache<String, Share> shares;

    ProcessorShares(ProcessorProperties settings, Ticker ticker) {
        this.settings = settings;
        this.ticker = ticker;
        this.shares = Caffeine.newBuilder()
                .maximumSize(MOST_PEOPLE)
                .ticker(ticker)
                .executor(Runnable::run) // waking another thread at each call takes longer than tidying up
                .expireAfterAccess(Duration.ofHours(6))
                .build();
    }

    /** In nanoseconds of processor time, at a moment of the ticker. */
    private record Share(long left, long asOf, int calls) {}

    /**
     * Begins a metered call of {@code person}; {@link #end} must follow.
     *
     * @param oneOfFew whether it counts among those of which only a few may be under way
     * @throws WorkRefused if their share is spent, or they have as many calls under way as they may; says when to try again
     */
    public void begin(String person, boolean oneOfFew) {
        shares.asMap().compute(person, (any, before) -> {
            Share now = filled(before);
            if (oneOfFew && now.calls() >= settings.calls()) {
                throw new WorkRefused(SECOND);
            }
            if (now.left() <= 0) {
                throw new WorkRefused(until(-now.left()));
            }
            return new Share(now.left(), now.asOf(), now.calls() + (oneOfFew ? 1 : 0));
        });
    }

    /** Ends a call that {@link #begin} began with the same words, and that took {@code used} of the processor. */
    public void end(String person, boolean oneOfFew, Duration used) {
        long paid = Math.max(0, used.minus(settings.free()).toNanos());
        shares.asMap().compute(person, (any, before) -> {
            Share now = filled(before);
            return new Share(now.left() - paid, now.asOf(), Math.max(0, now.calls() - (oneOfFew ? 1 : 0)));
        });
    }

    private Share filled(@Nullable Share before) {
        long now = ticker.read();
        long most = settings.atOnce().toNanos();
        if (before == null) {
            return new Share(most, now, 0);
        }
        double back = (double) (now - before.asOf()) * settings.aMinute().toNanos() / MINUTE.toNanos();
        return new Share((long) Math.min(most, before.left() + back), now, before.calls());
    }

    private Duration until(long missing) {
        return Duration.ofNanos((long) ((double) missing
                        * MINUTE.toNanos()
                        / settings.aMinute().toNanos()))
                .plus(SECOND);
    }
}
