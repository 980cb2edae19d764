package org.passerelle.booking.reacquire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.booking.allocation.Planner;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.MissedDate;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/**
 * What keeps a booking from the rooms it misses, as far as can be seen. Tells only whether trying is worth a write;
 * whether a room is free is told by that write.
 *
 * @param free dates that nothing seems to be in the way of
 * @param bookings those in the way of the others
 */
record Obstacles(List<MissedDate> free, Set<BookingId> bookings) {

    /** A room as another booking has it. */
    private record Held(BookingId booking, Place place) {}

    static Obstacles of(Booking booking, List<MissedDate> missed, Bookings bookings, Directory directory, Instant now) {
        Set<Long> claims = missed.stream()
                .flatMap(date -> rooms(date, booking, directory).orElse(List.of()).stream()
                        .flatMapToLong(room -> Planner.claims(room, date.time()))
                        .boxed())
                .collect(Collectors.toSet());
        List<Held> held = bookings.holding(claims).stream()
                .filter(other -> !other.id().equals(booking.id()) && other.isLive(now))
                .flatMap(RequestedMoves::with)
                .flatMap(other -> other.occupying()
                        .flatMap(date -> date.places().stream())
                        .map(place -> new Held(other.id(), place)))
                .toList();
        List<MissedDate> free = new ArrayList<>();
        Set<BookingId> inTheWay = new HashSet<>();
        for (MissedDate date : missed) {
            Optional<List<Room>> rooms = rooms(date, booking, directory);
            Set<BookingId> others =
                    rooms.map(all -> inTheWay(all, date.time(), held)).orElse(Set.of());
            inTheWay.addAll(others);
            if (rooms.isPresent() && others.isEmpty()) {
                free.add(date);
            }
        }
        return new Obstacles(free, inTheWay);
    }

    /** As {@code booking} has them furnished; empty if one of them is no longer in the directory. */
    static Optional<List<Room>> rooms(MissedDate date, Booking booking, Directory directory) {
        Optional<String> layout = booking.content().arrangements().layout();
        List<Room> rooms = date.rooms().stream()
                .flatMap(id -> directory.room(id).stream())
                .map(room -> layout.map(room::laidOut).orElse(room))
                .toList();
        return Optional.of(rooms).filter(all -> all.size() == date.rooms().size());
    }

    private static Set<BookingId> inTheWay(List<Room> rooms, Interval time, List<Held> held) {
        Map<Room, Long> wanted =
                rooms.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Set<BookingId> others = new HashSet<>();
        wanted.forEach((room, units) -> others.addAll(inTheWay(room, units, time, held)));
        return others;
    }

    /** Of a pool nobody is in the way as long as enough of its units are left. */
    private static Collection<BookingId> inTheWay(Room room, long units, Interval time, List<Held> held) {
        Place wanted = Place.around(room, room.numbers(), time);
        List<Held> overlapping =
                held.stream().filter(each -> each.place().excludes(wanted)).toList();
        long taken = room.numbers().stream()
                .filter(number ->
                        overlapping.stream().anyMatch(each -> each.place().holds(number)))
                .count();
        boolean isFree = room.isCountable() ? taken + units <= room.numbers().size() : overlapping.isEmpty();
        return isFree ? Set.of() : overlapping.stream().map(Held::booking).toList();
    }
}
