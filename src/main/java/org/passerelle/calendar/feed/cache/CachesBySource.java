package org.passerelle.calendar.feed.cache;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;

/** Caches by what they are filled from, so that a write is told to those that it may concern, however many others there are. */
final class CachesBySource {

    private final Map<Object, Set<FeedCache>> caches = new ConcurrentHashMap<>();

    /** Once {@code cache} is here it is told of writes; it is to be filled after that. */
    void add(FeedCache cache) {
        cache.source()
                .keys()
                .forEach(key -> caches.compute(key, (same, present) -> {
                    Set<FeedCache> some = present == null ? ConcurrentHashMap.newKeySet() : present;
                    some.add(cache);
                    return some;
                }));
    }

    void remove(FeedCache cache) {
        cache.source()
                .keys()
                .forEach(key -> caches.computeIfPresent(key, (same, present) -> {
                    present.remove(cache);
                    return present.isEmpty() ? null : present;
                }));
    }

    /** Those that show one of {@code bookings}, or could. */
    Set<FeedCache> concernedBy(Stream<Booking> bookings) {
        Set<Object> keys = new HashSet<>();
        bookings.forEach(booking -> FeedSource.addKeys(booking, keys));
        Set<FeedCache> concerned = new HashSet<>();
        keys.forEach(key -> concerned.addAll(caches.getOrDefault(key, Set.of())));
        return concerned;
    }

    Stream<FeedCache> all() {
        return caches.values().stream().flatMap(Set::stream).distinct();
    }
}
