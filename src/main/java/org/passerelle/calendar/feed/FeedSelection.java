package org.passerelle.calendar.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.calendar.feed.cache.CachedEvent;
import org.passerelle.calendar.feed.cache.FeedEvent;

/**
 * As much of a calendar as fits into a file that every program takes: what comes next before what comes later, and what is
 * over only after all that comes.
 *
 * @param events by start
 * @param leftOutFrom the start of the first coming event that is left out
 */
record FeedSelection(List<FeedEvent> events, Optional<Instant> leftOutFrom) {

    FeedSelection {
        events = List.copyOf(events);
    }

    /** @param mostBytes of all events together */
    static FeedSelection of(List<FeedEvent> all, long mostBytes, Instant now) {
        long needed = 0;
        for (FeedEvent event : all) {
            needed += event.bytes();
        }
        if (needed <= mostBytes) {
            return new FeedSelection(all, Optional.empty());
        }
        List<FeedEvent> nearest = new ArrayList<>(all);
        nearest.sort(Comparator.comparingLong(event -> event.booking().distance(now)));
        int kept = 0;
        long bytes = nearest.get(0).bytes();
        while (bytes <= mostBytes) {
            kept++;
            bytes += nearest.get(kept).bytes(); // all of them are too many, so there is one more
        }
        return new FeedSelection(
                nearest.subList(0, kept).stream()
                        .sorted(Comparator.comparing(FeedEvent::booking, CachedEvent.BY_START))
                        .toList(),
                nearest.get(kept).booking().next(now));
    }
}
