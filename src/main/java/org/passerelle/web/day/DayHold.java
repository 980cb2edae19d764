package org.passerelle.web.day;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * What one date of a booking takes of a room.
 *
 * @param room the room that was booked, which may be a part or the whole of the one looked at
 * @param meeting when people meet, on the grid of slots
 * @param taken when nobody else can have the room, buffers included, on the grid of slots
 * @param units how many of the room's numbers it holds
 */
record DayHold(Booking booking, RoomId room, Interval meeting, Interval taken, int units) {

    static List<DayHold> of(Room room, Interval window, List<Booking> bookings) {
        return bookings.stream()
                .flatMap(RequestedMoves::with)
                .flatMap(booking -> of(room, booking))
                .filter(hold -> hold.taken.overlaps(window))
                .toList();
    }

    private static Stream<DayHold> of(Room room, Booking booking) {
        return booking.occupying()
                .flatMap(date -> date.places().stream()
                        .map(place ->
                                new DayHold(booking, place.room(), Slots.rounded(date.time()), place.claimed(), (int)
                                        place.numbers().stream()
                                                .filter(room.numbers()::contains)
                                                .count()))
                        .filter(hold -> hold.units > 0));
    }

    boolean isFirm() {
        return booking.state() == BookingState.CONFIRMED;
    }

    boolean meetsAt(Instant instant) {
        return meeting.contains(instant);
    }
}
