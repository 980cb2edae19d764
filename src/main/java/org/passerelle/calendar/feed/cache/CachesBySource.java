package org.passerelle.calendar.feed.cache;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;

/** Shelves by what they are filled from, so that a write is told to those that it may concern, however many others there are. */
final class CachesBySource {

    private final Map<Object, Set<FeedCache>> shelves = new ConcurrentHashMap<>();

    /** Once {@code shelf} is here it is told of writes; it is to be filled after that. */
    void add(FeedCache shelf) {
        shelf.source()
                .keys()
                .forEach(key -> shelves.compute(key, (same, present) -> {
                    Set<FeedCache> some = present == null ? ConcurrentHashMap.newKeySet() : present;
                    some.add(shelf);
                    return some;
                }));
    }

    void remove(FeedCache shelf) {
        shelf.source()
                .keys()
                .forEach(key -> shelves.computeIfPresent(key, (same, present) -> {
                    present.remove(shelf);
                    return present.isEmpty() ? null : present;
                }));
    }

    /** Those that show one of {@code bookings}, or could. */
    Set<FeedCache> concernedBy(Stream<Booking> bookings) {
        Set<Object> keys = new HashSet<>();
        bookings.forEach(booking -> FeedSource.addKeys(booking, keys));
        Set<FeedCache> concerned = new HashSet<>();
        keys.forEach(key -> concerned.addAll(shelves.getOrDefault(key, Set.of())));
        return concerned;
    }

    Stream<FeedCache> all() {
        return shelves.values().stream().flatMap(Set::stream).distinct();
    }
}
