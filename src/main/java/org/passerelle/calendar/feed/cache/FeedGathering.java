package org.passerelle.calendar.feed.cache;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.write.AnswerLines;
import org.passerelle.time.Interval;

/**
 * Gathers the bookings of a cache, of more than it can hold those that come next: what a file has no room for need not be
 * in memory either.
 */
final class FeedGathering {

    /** About four times as much as the largest file shows. */
    static final long MOST_BYTES = 16L << 20;

    private record Far(CachedEvent booking, long distance) {}

    private final FeedSource source;
    private final Interval window;
    private final Instant now;
    private final long mostBytes;
    private final Set<String> roots = new HashSet<>();
    private final PriorityQueue<Far> kept =
            new PriorityQueue<>(Comparator.comparingLong(Far::distance).reversed());
    private long bytes;
    private boolean isFull;
    private @Nullable Instant until;

    /** @param window outside of which nothing is shown */
    FeedGathering(FeedSource source, Interval window, Instant now, long mostBytes) {
        this.source = source;
        this.window = window;
        this.now = now;
        this.mostBytes = mostBytes;
    }

    Interval window() {
        return window;
    }

    Instant now() {
        return now;
    }

    /** Of the documents that were looked at. */
    Set<String> roots() {
        return roots;
    }

    /** Whether something had to be left out: what is farther away need not be looked for. */
    boolean isFull() {
        return isFull;
    }

    void addAll(Collection<Booking> bookings) {
        bookings.forEach(this::add);
    }

    void add(Booking booking) {
        roots.add(booking.id().root());
        source.seen(booking).forEach(this::addSeen);
    }

    private void addSeen(Booking booking) {
        var shown = source.shown(booking);
        if (shown.stream().anyMatch(date -> date.time().overlaps(window))) {
            add(new CachedEvent(booking, shown, AnswerLines.NONE));
        }
    }

    void add(CachedEvent booking) {
        kept.add(new Far(booking, booking.distance(now)));
        bytes += booking.weight();
        while (bytes > mostBytes && kept.size() > 1) {
            CachedEvent farthest = kept.remove().booking();
            bytes -= farthest.weight();
            isFull = true;
            farthest.next(now).ifPresent(this::leaveOutFrom);
        }
    }

    /** Nothing that begins at {@code moment} or later is known to be complete. */
    void leaveOutFrom(Instant moment) {
        isFull = true;
        Instant known = until;
        until = known == null || moment.isBefore(known) ? moment : known;
    }

    /** From when on coming dates are left out, if any are. */
    Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /** By start: nothing that comes later than what is left out, and nothing over while something to come is left out. */
    List<CachedEvent> bookings() {
        List<CachedEvent> found = new ArrayList<>(kept.size());
        Instant end = until;
        for (Far each : kept) {
            if (end == null
                    || each.booking()
                            .next(now)
                            .filter(next -> next.isBefore(end))
                            .isPresent()) {
                found.add(each.booking());
            }
        }
        found.sort(CachedEvent.BY_START);
        return found;
    }
}
