package org.passerelle.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes caches; only where somebody observes them do they count how often they had what they were asked for. */
@Component
public class NamedCaches {

    private final List<Observer> observers;

    NamedCaches(ObjectProvider<Observer> observers) {
        this.observers = observers.orderedStream().toList();
    }

    /** Whoever wants to know how caches do. */
    @FunctionalInterface
    public interface Observer {

        /** A cache was made, which counts its hits and misses. */
        void made(String name, Cache<?, ?> cache);
    }

    /** @param name a word of this program, such as {@code feeds} */
    public <K, V> Cache<K, V> make(String name, Caffeine<? super K, ? super V> builder) {
        if (observers.isEmpty()) {
            return builder.build();
        }
        Cache<K, V> cache = builder.recordStats().build();
        observers.forEach(observer -> observer.made(name, cache));
        return cache;
    }
}
