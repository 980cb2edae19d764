package org.passerelle.web.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Place;
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

    /** What {@code bookings} take of each of {@code rooms} within {@code window}, in their order; one look at each date for all rooms. */
    static Map<RoomId, List<DayHold>> byRoom(Collection<Room> rooms, Interval window, List<Booking> bookings) {
        Map<RoomId, List<DayHold>> holds = new HashMap<>();
        rooms.forEach(room -> holds.put(room.id(), new ArrayList<>()));
        Map<Integer, List<RoomId>> byNumber = new HashMap<>();
        rooms.forEach(room -> room.numbers()
                .forEach(number -> byNumber.computeIfAbsent(number, any -> new ArrayList<>())
                        .add(room.id())));
        bookings.stream()
                .flatMap(RequestedMoves::with)
                .forEach(booking -> booking.occupying()
                        .forEach(date -> date.places().stream()
                                .filter(place -> place.claimed().overlaps(window))
                                .forEach(place -> units(place, byNumber)
                                        .forEach((room, units) -> Objects.requireNonNull(holds.get(room))
                                                .add(new DayHold(
                                                        booking,
                                                        place.room(),
                                                        Slots.rounded(date.time()),
                                                        place.claimed(),
                                                        units))))));
        return holds;
    }

    /** How many numbers of each room it holds: those of a part are also its whole's. */
    private static Map<RoomId, Integer> units(Place place, Map<Integer, List<RoomId>> byNumber) {
        Map<RoomId, Integer> units = new HashMap<>();
        place.numbers()
                .forEach(number ->
                        byNumber.getOrDefault(number, List.of()).forEach(room -> units.merge(room, 1, Integer::sum)));
        return units;
    }

    /** Of those in {@code holds} that are taken at some time within {@code window}. */
    static List<DayHold> within(Interval window, List<DayHold> holds) {
        return holds.stream().filter(hold -> hold.taken.overlaps(window)).toList();
    }

    boolean isFirm() {
        return booking.state() == BookingState.CONFIRMED;
    }

    boolean meetsAt(Instant instant) {
        return meeting.contains(instant);
    }
}
