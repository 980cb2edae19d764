package org.passerelle.web.search;

import java.util.List;
import java.util.Optional;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;

/**
 * Something that was found, to be shown.
 *
 * @param rooms the room, or those that share the people
 * @param heading how well it fits, or by what it differs from what was asked for
 * @param times its time in words; empty when that is just what was asked for, on the same clocks
 * @param place where it is
 * @param facts short sentences, the weightiest first
 * @param link to the booking form
 */
record Card(
        List<Room> rooms,
        CardPlace place,
        String heading,
        Optional<String> times,
        List<String> facts,
        DayPicture picture,
        String link) {

    /** @param kilometres from the site of whoever asks; 0 for that one */
    record CardPlace(Site site, long kilometres) {}

    Card {
        rooms = List.copyOf(rooms);
        facts = List.copyOf(facts);
    }

    public String name() {
        return String.join(" + ", rooms.stream().map(Room::name).toList());
    }

    public Site site() {
        return place.site();
    }

    public Room room() {
        return rooms.get(0);
    }

    public int seats() {
        return rooms.stream().mapToInt(Room::capacity).sum();
    }
}
