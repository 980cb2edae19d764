package org.passerelle.caldav.calendar;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavTree;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.directory.Room;
import org.springframework.stereotype.Component;

/** What lies in the calendars of a home. */
@Component
public class CalendarContents {

    private final DavTree tree;
    private final OwnObjects own;
    private final RoomObjects rooms;

    CalendarContents(DavTree tree, OwnObjects own, RoomObjects rooms) {
        this.tree = tree;
        this.own = own;
        this.rooms = rooms;
    }

    /** The objects of {@code collection} by their names; none of what holds none. */
    public NavigableMap<String, CalendarObject> of(DavViewer viewer, DavPath collection) {
        List<CalendarObject> objects = switch (collection.kind()) {
            case BOOKINGS -> own.of(viewer);
            case ROOM_CALENDAR ->
                tree.room(viewer, collection.calendar())
                        .map(room -> rooms.of(viewer, room))
                        .orElse(List.of());
            default -> List.of();
        };
        NavigableMap<String, CalendarObject> byName = new TreeMap<>();
        objects.forEach(object -> byName.putIfAbsent(object.name(), object));
        return byName;
    }

    /** From when on dates of a room are missing in its calendar, because there are too many; empty if none are. */
    public Optional<Instant> leftOutFrom(DavViewer viewer, Room room) {
        return rooms.leftOutFrom(viewer, room);
    }
}
