package org.passerelle.caldav.put;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.caldav.calendar.LaidEvents.LaidEvent;
import org.passerelle.caldav.property.RoomAddresses;
import org.passerelle.calendar.read.PropertyLine;
import org.passerelle.calendar.write.RoomWords;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;

/**
 * The rooms that an event names: those among the invited, by any of their addresses and whatever the program says of them; if there
 * is none, those of which the place is the name. To name a room is to book it, also where the program says that it tells the room
 * itself (SCHEDULE-AGENT, RFC 6638 section 7.1).
 */
final class WantedRooms {

    private WantedRooms() {}

    /** @param before what stands, whose rooms the place may name together */
    static List<RoomId> of(LaidEvent event, Directory directory, Optional<Booking> before) {
        List<RoomId> invited = invited(event, directory);
        return invited.isEmpty() ? named(event.event().words().location(), directory, before) : invited;
    }

    /** In the order of the directory's choice where nothing else is known, so that the same rooms are the same list. */
    static List<RoomId> invited(LaidEvent event, Directory directory) {
        Set<RoomId> rooms = new LinkedHashSet<>();
        event.event().people().attendees().stream()
                .flatMap(each -> directory.roomAddressedAs(each.email()).stream())
                .map(Room::id)
                .forEach(rooms::add);
        event.written()
                .all("ATTENDEE")
                .map(PropertyLine::value)
                .filter(value -> !value.toLowerCase(Locale.ROOT).startsWith("mailto:"))
                .limit(BookingOrder.MOST_ROOMS)
                .flatMap(value -> RoomAddresses.find(value, directory).stream())
                .map(Room::id)
                .forEach(rooms::add);
        return new ArrayList<>(rooms);
    }

    private static List<RoomId> named(String location, Directory directory, Optional<Booking> before) {
        String place = location.strip().toLowerCase(Locale.ROOT);
        if (place.isEmpty()) {
            return List.of();
        }
        RoomWords words = new RoomWords(directory);
        if (before.filter(booking -> words.of(booking.rooms()).equalsIgnoreCase(place))
                .isPresent()) {
            return before.orElseThrow().rooms();
        }
        List<Room> full = directory.rooms().stream()
                .filter(room -> words.of(room.id()).toLowerCase(Locale.ROOT).equals(place))
                .toList();
        List<Room> found = full.isEmpty()
                ? directory.rooms().stream()
                        .filter(room -> room.name().toLowerCase(Locale.ROOT).equals(place))
                        .toList()
                : full;
        return found.size() == 1 ? List.of(found.get(0).id()) : List.of();
    }
}
