package org.passerelle.waiting;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.passerelle.booking.BookingId;
import org.springframework.stereotype.Component;

/**
 * Those who wait or have an offer, in the order in which they came, in memory; the stored line is the truth. Two of them
 * get in each other's way when they want a room at overlapping times.
 */
@Component
class Line {

    /** Who was overtaken so often lets nobody by any more. */
    static final int MOST_OVERTAKEN = 3;

    /**
     * @param claims what the order would claim
     * @param isRefused whether rules, not other bookings, keep it waiting; then it holds nobody up
     */
    private record Place(WaitEntry entry, Set<Long> claims, boolean isRefused) {

        boolean isInTheWayOf(Place other) {
            return !Collections.disjoint(claims, other.claims);
        }

        boolean isWaiting() {
            return entry.isWaiting();
        }
    }

    private final TreeMap<String, Place> places = new TreeMap<>();
    private final Map<String, String> keys = new HashMap<>();

    private static String key(WaitEntry entry) {
        return "%019d-%s".formatted(entry.created().toEpochMilli(), entry.id());
    }

    synchronized void put(WaitEntry entry, Set<Long> claims) {
        String key = key(entry);
        keys.put(entry.id(), key);
        places.put(key, new Place(entry, claims, false));
    }

    /** Notes how {@code entry} stands now, if it is in the line. */
    synchronized void update(WaitEntry entry) {
        places.computeIfPresent(key(entry), (key, place) -> new Place(entry, place.claims(), place.isRefused()));
    }

    synchronized void refused(WaitEntry entry, boolean isRefused) {
        places.computeIfPresent(key(entry), (key, place) -> new Place(place.entry(), place.claims(), isRefused));
    }

    synchronized void remove(String id) {
        String key = keys.remove(id);
        if (key != null) {
            places.remove(key);
        }
    }

    synchronized List<String> ids() {
        return places.values().stream().map(place -> place.entry().id()).toList();
    }

    synchronized boolean isEmpty() {
        return places.isEmpty();
    }

    /** {@code ids} in the order in which they came. */
    synchronized List<String> inOrder(Collection<String> ids) {
        return ids.stream()
                .filter(keys::containsKey)
                .sorted(Comparator.comparing(id -> keys.getOrDefault(id, "")))
                .toList();
    }

    /** Whose offer {@code booking} is. */
    synchronized Optional<String> offered(BookingId booking) {
        return places.values().stream()
                .map(Place::entry)
                .filter(entry -> entry.booking().equals(Optional.of(booking)))
                .map(WaitEntry::id)
                .findFirst();
    }

    private Stream<Place> before(Place place) {
        return places.headMap(key(place.entry())).values().stream()
                .filter(Place::isWaiting)
                .filter(other -> other.isInTheWayOf(place));
    }

    private Optional<Place> place(String id) {
        return Optional.ofNullable(keys.get(id)).map(places::get);
    }

    /** One more than how many came earlier and wait for one of the same rooms; empty for who does not wait here. */
    synchronized Optional<Integer> position(String id) {
        return place(id)
                .filter(Place::isWaiting)
                .map(place -> 1 + (int) before(place).count());
    }

    /** Whether somebody who came earlier and was overtaken too often must be served first. */
    synchronized boolean isHeldBack(String id) {
        return place(id).stream()
                .flatMap(this::before)
                .anyMatch(
                        other -> !other.isRefused() && other.entry().standing().overtaken() >= MOST_OVERTAKEN);
    }

    /** Those who came earlier than {@code id} and wait for one of the same rooms, the first first. */
    synchronized List<WaitEntry> earlier(String id) {
        return place(id).stream().flatMap(this::before).map(Place::entry).toList();
    }

    /** Those who came later than {@code id} and wait for one of the same rooms, the first first. */
    synchronized List<String> later(String id) {
        return place(id).stream()
                .flatMap(place -> places.tailMap(key(place.entry()), false).values().stream()
                        .filter(Place::isWaiting)
                        .filter(other -> other.isInTheWayOf(place)))
                .map(other -> other.entry().id())
                .toList();
    }
}
