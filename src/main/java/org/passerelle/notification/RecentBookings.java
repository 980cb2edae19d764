package org.passerelle.notification;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.store.BookingWrite;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.platform.StoreAccess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Bookings as this node has just written them, so that what follows from a write need not read it; all others are read. What
 * was written first is let go of first: a cache that judges by use lets go of the newest, for which nobody has asked yet.
 */
@Component
class RecentBookings implements Occupancy.Follower {

    /** Bookings and dates together. */
    private static final int MOST = 20_000;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ReadingBookings reading;
    private final StoreAccess access;

    /** By the roots of their documents, what was written first at the front. Guarded by itself. */
    private final Map<String, Written> written = new LinkedHashMap<>();

    /** Of all of them; guarded by {@link #written}. */
    private int weight;

    /** @param since of the machine's stopwatch, in nanoseconds */
    private record Written(long version, List<Booking> bookings, long since) {

        int weight() {
            return bookings.stream()
                    .mapToInt(booking -> 1 + booking.occurrences().size())
                    .sum();
        }
    }

    @Autowired
    RecentBookings(ReadingBookings reading, StoreAccess access, Occupancy occupancy) {
        this(reading, access);
        occupancy.follow(this);
    }

    RecentBookings(ReadingBookings reading, StoreAccess access) {
        this.reading = reading;
        this.access = access;
    }

    /** Another node wrote. */
    @Override
    public void wrote(Holding holding) {
        synchronized (written) {
            forget(holding.root());
        }
    }

    private void forget(String root) {
        Written known = written.remove(root);
        weight -= known == null ? 0 : known.weight();
    }

    @Override
    public void wrote(Holding holding, BookingWrite write) {
        Written fresh = new Written(holding.version(), write.after(), System.nanoTime());
        synchronized (written) {
            Written known = written.get(write.root());
            if (known == null || known.version() < fresh.version()) {
                forget(write.root());
                written.put(write.root(), fresh);
                weight += fresh.weight();
            }
            forgetWhatIsOld(fresh.since());
        }
    }

    private void forgetWhatIsOld(long now) {
        Iterator<Written> oldest = written.values().iterator();
        while (oldest.hasNext()) {
            Written next = oldest.next();
            if (weight <= MOST && now - next.since() <= KEPT.toNanos()) {
                return;
            }
            oldest.remove();
            weight -= next.weight();
        }
    }

    private Optional<Written> known(String root) {
        synchronized (written) {
            return Optional.ofNullable(written.get(root));
        }
    }

    @Override
    public boolean knows(String root, long version) {
        return true;
    }

    /** The bookings of documents, by their roots, as they are at the version that is given of each, or later. */
    Map<BookingId, Booking> at(Map<String, Long> versions) {
        Map<BookingId, Booking> found = new HashMap<>();
        Collection<String> unknown = versions.entrySet().stream()
                .filter(each -> !isKnown(each.getKey(), each.getValue(), found))
                .map(Map.Entry::getKey)
                .toList();
        if (!unknown.isEmpty()) {
            reading.inDocuments(unknown).forEach(booking -> found.put(booking.id(), booking));
        }
        return found;
    }

    private boolean isKnown(String root, long version, Map<BookingId, Booking> found) {
        Optional<Written> known = known(root).filter(document -> document.version() >= version);
        known.ifPresent(document -> document.bookings().forEach(booking -> found.put(booking.id(), booking)));
        return known.isPresent();
    }

    /** As it is now; where other nodes write too, as it is stored. */
    Optional<Booking> find(BookingId id) {
        return known(id.root())
                .filter(document -> access == StoreAccess.EXCLUSIVE)
                .flatMap(document -> document.bookings().stream()
                        .filter(booking -> booking.id().equals(id))
                        .findFirst())
                .or(() -> reading.find(id));
    }
}
