package org.passerelle.calendar.feed.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
import static org.passerelle.calendar.CalendarBookings.LOUIS;
import static org.passerelle.calendar.CalendarBookings.NADIA;
import static org.passerelle.calendar.CalendarBookings.TODAY;
import static org.passerelle.calendar.CalendarBookings.single;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.Booking;
import org.passerelle.time.Interval;

/** Which caches a booking of Camille's in the first room concerns. */
class CachesBySourceTests {

    private static final Booking BOOKING = single("Europe/Paris", "2026-04-01T09:00", Duration.ofHours(1));

    private final FeedCache ofTheRoom = cache(new FeedSource.OfRooms(Set.of(1)));
    private final FeedCache ofBothRooms = cache(new FeedSource.OfRooms(Set.of(1, 2)));
    private final FeedCache ofTheOther = cache(new FeedSource.OfRooms(Set.of(2)));
    private final FeedCache ofCamille = cache(new FeedSource.MadeBy(CAMILLE.id()));
    private final FeedCache ofLouis = cache(new FeedSource.MadeBy(LOUIS.id()));
    private final FeedCache ofTheFirm =
            cache(new FeedSource.MadeFor(CAMILLE.organisation().orElseThrow()));
    private final FeedCache ofAnotherFirm =
            cache(new FeedSource.MadeFor(NADIA.organisation().orElseThrow()));
    private final CachesBySource caches = new CachesBySource();

    private static FeedCache cache(FeedSource source) {
        return new FeedCache(source, Interval.of(TODAY, Duration.ofDays(365)), asked -> Map.of());
    }

    @BeforeEach
    void fill() {
        Stream.of(ofTheRoom, ofBothRooms, ofTheOther, ofCamille, ofLouis, ofTheFirm, ofAnotherFirm)
                .forEach(caches::add);
    }

    @Test
    void aBookingConcernsThoseOfItsRoomOfWhoMadeItAndOfTheirOrganisation() {
        assertThat(caches.concernedBy(Stream.of(BOOKING)))
                .containsExactlyInAnyOrder(ofTheRoom, ofBothRooms, ofCamille, ofTheFirm);
    }

    @Test
    void whatIsCalledOffNoLongerConcernsItsRoom() {
        assertThat(caches.concernedBy(Stream.of(BOOKING.cancelled(TODAY))))
                .containsExactlyInAnyOrder(ofCamille, ofTheFirm);
    }

    @Test
    void aCacheThatIsGoneIsConcernedByNothing() {
        caches.remove(ofBothRooms);
        caches.remove(ofCamille);

        assertThat(caches.concernedBy(Stream.of(BOOKING))).containsExactlyInAnyOrder(ofTheRoom, ofTheFirm);
        assertThat(caches.all()).hasSize(5).doesNotContain(ofBothRooms, ofCamille);
    }

    @Test
    void anEmptyCacheWeighsSomething() {
        assertThat(ofTheRoom.weight()).isPositive();
    }
}
