package org.passerelle.booking.busy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.model.BookingId;

/**
 * Who waits for which bookings to go away. As bookings come and go, only those who wait for one of them need to look
 * again, in the order in which they began to wait.
 *
 * @param <K> names who waits
 */
public final class BlockerIndex<K> {

    private final Map<K, Set<String>> obstacles = new HashMap<>();

    /** Never changed in place, so that whoever has changed a booking need not wait for those who note what is in their way. */
    private final Map<String, List<K>> waiting = new ConcurrentHashMap<>();

    /**
     * Notes that {@code who} waits for {@code bookings} and for no others.
     *
     * @return whether that is new; if not, {@code who} has waited for all of them since before they were looked up
     */
    public synchronized boolean put(K who, Collection<BookingId> bookings) {
        Set<String> roots = bookings.stream().map(BookingId::root).collect(Collectors.toSet());
        Set<String> before = obstacles.getOrDefault(who, Set.of());
        boolean isNew = !before.containsAll(roots);
        before.stream().filter(root -> !roots.contains(root)).forEach(root -> remove(root, who));
        roots.stream()
                .filter(root -> !before.contains(root))
                .forEach(root -> waiting.merge(root, List.of(who), BlockerIndex::together));
        obstacles.put(who, roots);
        return isNew;
    }

    /** Notes that {@code who} waits no more. */
    public synchronized void forget(K who) {
        Set<String> before = obstacles.remove(who);
        if (before != null) {
            before.forEach(root -> remove(root, who));
        }
    }

    private static <K> List<K> together(List<K> some, List<K> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private void remove(String root, K who) {
        waiting.computeIfPresent(root, (same, all) -> {
            List<K> left = all.stream().filter(each -> !each.equals(who)).toList();
            return left.isEmpty() ? null : left;
        });
    }

    /** Who waits for {@code booking}, or for another booking split off the same series. */
    public List<K> waitingFor(BookingId booking) {
        return waiting.getOrDefault(booking.root(), List.of());
    }
}
