package org.passerelle.booking;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who waits for which bookings to go away. As bookings come and go, only those who wait for one of them need to look
 * again, in the order in which they began to wait.
 *
 * @param <K> names who waits
 */
public final class InTheWay<K> {

    private final Map<K, Set<String>> obstacles = new HashMap<>();
    private final Map<String, Set<K>> waiting = new HashMap<>();

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
        roots.forEach(root ->
                waiting.computeIfAbsent(root, each -> new LinkedHashSet<>()).add(who));
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

    private void remove(String root, K who) {
        Set<K> left = waiting.get(root);
        if (left != null && left.remove(who) && left.isEmpty()) {
            waiting.remove(root);
        }
    }

    /** Who waits for {@code booking}, or for another booking split off the same series. */
    public synchronized List<K> waitingFor(BookingId booking) {
        return List.copyOf(waiting.getOrDefault(booking.root(), Set.of()));
    }
}
