package org.passerelle.metrics;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.function.Supplier;

/** What was found out a moment ago: however many read, and however often, the store is asked once in that time. */
final class Remembered<T> implements Supplier<T> {

    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final LoadingCache<Boolean, T> found;

    Remembered(Supplier<T> find) {
        this.found = Caffeine.newBuilder().expireAfterWrite(MOMENT).build(any -> find.get());
    }

    @Override
    public T get() {
        return found.get(true);
    }
}
