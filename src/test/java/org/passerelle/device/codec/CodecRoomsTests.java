package org.passerelle.device.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.SEINE;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.directory.Codec;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomProfile;
import org.passerelle.time.Interval;

/** Of the rooms of {@link CalendarBookings} one has a codec; it is part of another. */
class CodecRoomsTests {

    private static final Interval WEEK = Interval.of(Instant.parse("2026-03-30T00:00:00Z"), Duration.ofDays(7));
    private static final Booking BOOKING =
            CalendarBookings.single("Europe/Paris", "2026-04-01T09:00", Duration.ofHours(1));

    private final AtomicInteger version = new AtomicInteger(1);
    private Optional<RoomId> withCodec = Optional.of(SEINE);
    private final CodecRooms rooms = new CodecRooms(this::directory);

    private Directory directory() {
        Directory plain = CalendarBookings.directory();
        return new Directory(
                version.get(),
                plain.operators(),
                plain.sites(),
                plain.rooms().stream()
                        .map(room -> withCodec.equals(Optional.of(room.id())) ? withCodec(room) : room)
                        .toList());
    }

    private static Room withCodec(Room room) {
        Codec codec =
                new Codec(Codec.Type.CISCO, URI.create("https://codec.example"), "codec", Optional.empty(), false);
        Endpoint endpoint = new Endpoint(List.of(Endpoint.WEB), Endpoint.Addresses.NONE, 2_000, Optional.of(codec));
        RoomProfile profile = room.profile();
        return new Room(
                room.id(),
                room.site(),
                room.kind(),
                new RoomProfile(
                        profile.name(),
                        profile.capacity(),
                        profile.equipment(),
                        profile.email(),
                        endpoint,
                        profile.stepFree(),
                        profile.mail()),
                room.rules(),
                List.of(),
                room.numbers());
    }

    @Test
    void aBookingInARoomWithACodecConcernsIt() {
        assertThat(rooms.heldBy(BOOKING, WEEK)).containsExactly(SEINE);
    }

    @Test
    void aBookingElsewhereConcernsNone() {
        withCodec = Optional.of(CalendarBookings.VISIO);

        assertThat(rooms.heldBy(BOOKING, WEEK)).isEmpty();
    }

    @Test
    void aBookingOfDaysThatNoCodecIsToldOfConcernsNone() {
        Interval later = Interval.of(WEEK.end(), Duration.ofDays(7));

        assertThat(rooms.heldBy(BOOKING, later)).isEmpty();
    }

    @Test
    void aRoomIsConcernedOnceItHasACodec() {
        withCodec = Optional.empty();
        assertThat(rooms.heldBy(BOOKING, WEEK)).isEmpty();

        withCodec = Optional.of(SEINE);
        version.incrementAndGet();

        assertThat(rooms.heldBy(BOOKING, WEEK)).containsExactly(SEINE);
    }
}
