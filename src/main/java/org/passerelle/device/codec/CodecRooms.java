package org.passerelle.device.codec;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Place;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** The rooms that have a codec, by the numbers under which they are booked. Asks nobody but the directory, and that once. */
@Component
class CodecRooms {

    private final Directories directories;
    private volatile ByNumber known = new ByNumber(-1, Map.of());

    CodecRooms(Directories directories) {
        this.directories = directories;
    }

    /** As of a version of the directory. */
    private record ByNumber(long version, Map<Integer, Set<RoomId>> rooms) {

        static ByNumber of(Directory directory) {
            Map<Integer, Set<RoomId>> rooms = new HashMap<>();
            for (Room room : directory.rooms()) {
                if (has(room)) {
                    room.numbers()
                            .forEach(number -> rooms.computeIfAbsent(number, each -> new HashSet<>())
                                    .add(room.id()));
                }
            }
            return new ByNumber(directory.version(), rooms);
        }

        private static boolean has(Room room) {
            return room.profile().endpoint().codec().isPresent();
        }
    }

    /** Those that {@code booking} holds at some moment of {@code window}, alone or as parts of others. */
    Set<RoomId> heldBy(Booking booking, Interval window) {
        Map<Integer, Set<RoomId>> rooms = current().rooms();
        return booking.occupying()
                .filter(date -> date.time().overlaps(window))
                .flatMap(date -> date.places().stream())
                .map(Place::numbers)
                .flatMap(List::stream)
                .map(number -> rooms.getOrDefault(number, Set.of()))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    private ByNumber current() {
        Directory directory = directories.current();
        ByNumber now = known;
        if (now.version() != directory.version()) {
            now = ByNumber.of(directory);
            known = now;
        }
        return now;
    }
}
