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

/** Which shelves a booking of Camille's in the first room concerns. */
class CachesBySourceTests {

    private static final Booking BOOKING = single("Europe/Paris", "2026-04-01T09:00", Duration.ofHours(1));

    private final FeedCache ofTheRoom = shelf(new FeedSource.OfRooms(Set.of(1)));
    private final FeedCache ofBothRooms = shelf(new FeedSource.OfRooms(Set.of(1, 2)));
    private final FeedCache ofTheOther = shelf(new FeedSource.OfRooms(Set.of(2)));
    private final FeedCache ofCamille = shelf(new FeedSource.MadeBy(CAMILLE.id()));
    private final FeedCache ofLouis = shelf(new FeedSource.MadeBy(LOUIS.id()));
    private final FeedCache ofTheFirm =
            shelf(new FeedSource.MadeFor(CAMILLE.organisation().orElseThrow()));
    private final FeedCache ofAnotherFirm =
            shelf(new FeedSource.MadeFor(NADIA.organisation().orElseThrow()));
    private final CachesBySource shelves = new CachesBySource();

    private static FeedCache shelf(FeedSource source) {
        return new FeedCache(source, Interval.of(TODAY, Duration.ofDays(365)), asked -> Map.of());
    }

    @BeforeEach
    void fill() {
        Stream.of(ofTheRoom, ofBothRooms, ofTheOther, ofCamille, ofLouis, ofTheFirm, ofAnotherFirm)
                .forEach(shelves::add);
    }

    @Test
    void aBookingConcernsThoseOfItsRoomOfWhoMadeItAndOfTheirOrganisation() {
        assertThat(shelves.concernedBy(Stream.of(BOOKING)))
                .containsExactlyInAnyOrder(ofTheRoom, ofBothRooms, ofCamille, ofTheFirm);
    }

    @Test
    void whatIsCalledOffNoLongerConcernsItsRoom() {
        assertThat(shelves.concernedBy(Stream.of(BOOKING.cancelled(TODAY))))
                .containsExactlyInAnyOrder(ofCamille, ofTheFirm);
    }

    @Test
    void aShelfThatIsGoneIsConcernedByNothing() {
        shelves.remove(ofBothRooms);
        shelves.remove(ofCamille);

        assertThat(shelves.concernedBy(Stream.of(BOOKING))).containsExactlyInAnyOrder(ofTheRoom, ofTheFirm);
        assertThat(shelves.all()).hasSize(5).doesNotContain(ofBothRooms, ofCamille);
    }

    @Test
    void anEmptyShelfWeighsSomething() {
        assertThat(ofTheRoom.weight()).isPositive();
    }
}
