package org.passerelle.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.work.WorkQueue;
import org.springframework.stereotype.Component;

/**
 * Those who wait or have an offer, in the order in which they came, in memory; the stored queue is the truth. Two of them
 * get in each other's way when they want a room at overlapping times. Nobody waits here for anybody, so that a long look
 * along the queue keeps no booking waiting.
 */
@Component
class WaitlistQueue {

    /** Who was overtaken so often lets nobody by any more. */
    static final int MOST_OVERTAKEN = 3;

    /**
     * @param claims what the order would claim
     * @param isRefused whether rules, not other bookings, keep it waiting; then it holds nobody up
     */
    private record Place(WaitlistEntry entry, Set<Long> claims, boolean isRefused) {

        boolean isInTheWayOf(Place other) {
            return !Collections.disjoint(claims, other.claims);
        }

        boolean isWaiting() {
            return entry.isWaiting();
        }
    }

    private final ConcurrentNavigableMap<String, Place> places = new ConcurrentSkipListMap<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    /** Whose offer a booking is. */
    private final Map<BookingId, String> offers = new ConcurrentHashMap<>();

    private static String key(WaitlistEntry entry) {
        return "%019d-%s".formatted(entry.created().toEpochMilli(), entry.id());
    }

    void put(WaitlistEntry entry, Set<Long> claims) {
        String key = key(entry);
        keys.put(entry.id(), key);
        note(places.put(key, new Place(entry, claims, false)), entry);
    }

    private void note(@Nullable Place before, WaitlistEntry now) {
        if (before != null && !before.entry().booking().equals(now.booking())) {
            forgetOffer(before.entry());
        }
        now.booking().ifPresent(booking -> offers.put(booking, now.id()));
    }

    private void forgetOffer(WaitlistEntry entry) {
        entry.booking().ifPresent(booking -> offers.remove(booking, entry.id()));
    }

    /** Notes how {@code entry} stands now, if it is in the queue. */
    void update(WaitlistEntry entry) {
        places.computeIfPresent(key(entry), (key, place) -> {
            note(place, entry);
            return new Place(entry, place.claims(), place.isRefused());
        });
    }

    void refused(WaitlistEntry entry, boolean isRefused) {
        places.computeIfPresent(key(entry), (key, place) -> new Place(place.entry(), place.claims(), isRefused));
    }

    void remove(String id) {
        String key = keys.remove(id);
        Place place = key == null ? null : places.remove(key);
        if (place != null) {
            forgetOffer(place.entry());
        }
    }

    List<String> ids() {
        return places.values().stream().map(place -> place.entry().id()).toList();
    }

    /** Those who wait and have no offer; in the order of their keys the oldest is the first. */
    WorkQueue.Load load(Instant now) {
        List<WaitlistEntry> waiting = places.values().stream()
                .filter(Place::isWaiting)
                .map(Place::entry)
                .toList();
        return waiting.isEmpty()
                ? WorkQueue.Load.NONE
                : new WorkQueue.Load(
                        waiting.size(), Duration.between(waiting.get(0).created(), now));
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** {@code ids} in the order in which they came. */
    List<String> inOrder(Collection<String> ids) {
        return ids.stream()
                .filter(keys::containsKey)
                .sorted(Comparator.comparing(id -> keys.getOrDefault(id, "")))
                .toList();
    }

    /** Whose offer {@code booking} is. */
    Optional<String> offered(BookingId booking) {
        return Optional.ofNullable(offers.get(booking));
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
    Optional<Integer> position(String id) {
        return place(id)
                .filter(Place::isWaiting)
                .map(place -> 1 + (int) before(place).count());
    }

    /** Whether somebody who came earlier and was overtaken too often must be served first. */
    boolean isHeldBack(String id) {
        return place(id).stream()
                .flatMap(this::before)
                .anyMatch(
                        other -> !other.isRefused() && other.entry().standing().overtaken() >= MOST_OVERTAKEN);
    }

    /** Those who came earlier than {@code id} and wait for one of the same rooms, the first first. */
    List<WaitlistEntry> earlier(String id) {
        return place(id).stream().flatMap(this::before).map(Place::entry).toList();
    }

    /** Those who came later than {@code id} and wait for one of the same rooms, the first first. */
    List<String> later(String id) {
        return place(id).stream()
                .flatMap(place -> places.tailMap(key(place.entry()), false).values().stream()
                        .filter(Place::isWaiting)
                        .filter(other -> other.isInTheWayOf(place)))
                .map(other -> other.entry().id())
                .toList();
    }
}
