package org.passerelle.notification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
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

/** Bookings as this node has just written them, so that what follows from a write need not read it; all others are read. */
@Component
class RecentBookings implements Occupancy.Follower {

    /** Bookings and dates together. */
    private static final int MOST = 20_000;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ReadingBookings reading;
    private final StoreAccess access;

    private final Cache<String, Written> written = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .<String, Written>weigher((root, document) -> document.weight())
            .expireAfterWrite(KEPT)
            .build();

    private record Written(long version, List<Booking> bookings) {

        int weight() {
            return bookings.stream()
                    .mapToInt(booking -> 1 + booking.occurrences().size())
                    .sum();
        }

        Written newer(Written other) {
            return other.version > version ? other : this;
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
        written.invalidate(holding.root());
    }

    @Override
    public void wrote(Holding holding, BookingWrite write) {
        written.asMap().merge(write.root(), new Written(holding.version(), write.after()), Written::newer);
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
        Optional<Written> known =
                Optional.ofNullable(written.getIfPresent(root)).filter(document -> document.version() >= version);
        known.ifPresent(document -> document.bookings().forEach(booking -> found.put(booking.id(), booking)));
        return known.isPresent();
    }

    /** As it is now; where other nodes write too, as it is stored. */
    Optional<Booking> find(BookingId id) {
        return Optional.ofNullable(written.getIfPresent(id.root()))
                .filter(document -> access == StoreAccess.EXCLUSIVE)
                .flatMap(document -> document.bookings().stream()
                        .filter(booking -> booking.id().equals(id))
                        .findFirst())
                .or(() -> reading.find(id));
    }
}
