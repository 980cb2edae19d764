package org.passerelle.web.day;

import java.time.ZoneId;
import java.util.List;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;

/**
 * Whose calendar it is.
 *
 * @param path where its pages are
 * @param name what stands above it
 * @param site of the room or itself; of a person, the site on whose clocks the days are
 * @param rooms those that are shown; of a person all that they have booked
 */
record CalendarSubject(Kind kind, String path, String name, Site site, List<Room> rooms) {

    /** What has a calendar. */
    enum Kind {
        ROOM,
        SITE,
        PERSON
    }

    CalendarSubject {
        rooms = List.copyOf(rooms);
    }

    static CalendarSubject of(Room room, Site site) {
        return new CalendarSubject(Kind.ROOM, "/rooms/" + room.id(), room.name(), site, List.of(room));
    }

    static CalendarSubject of(Site site, List<Room> rooms) {
        return new CalendarSubject(Kind.SITE, "/sites/" + site.id(), site.name(), site, rooms);
    }

    static CalendarSubject ofReader(String name, Site site) {
        return new CalendarSubject(Kind.PERSON, "/me", name, site, List.of());
    }

    ZoneId zone() {
        return site.zone();
    }
}
