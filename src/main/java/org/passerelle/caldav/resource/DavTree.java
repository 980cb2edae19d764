package org.passerelle.caldav.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.availability.query.UsualSites;
import org.passerelle.caldav.resource.DavPath.DavKind;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.springframework.stereotype.Component;

/** Which resources there are for somebody: their own principal and home, and rooms, which everybody with an account may know. */
@Component
public class DavTree {

    /** Phones fetch every calendar that they are told of. */
    public static final int MOST_ROOMS = 50;

    private static final Set<String> RESERVED = Set.of(DavPath.BOOKINGS, DavPath.INBOX, DavPath.OUTBOX);

    private final UsualSites usualSites;

    DavTree(UsualSites usualSites) {
        this.usualSites = usualSites;
    }

    /** Whether {@code path} is there; an object is asked for in its collection. */
    public boolean exists(DavViewer viewer, DavPath path) {
        return switch (path.kind()) {
            case ROOT, PRINCIPALS, PEOPLE, ROOMS, HOMES -> true;
            case ROOM -> room(viewer, path.of()).isPresent();
            case PERSON, HOME, BOOKINGS, INBOX, OUTBOX -> isOwn(viewer, path);
            case ROOM_CALENDAR ->
                isOwn(viewer, path) && room(viewer, path.calendar()).isPresent();
            case OBJECT -> exists(viewer, path.collection());
        };
    }

    private static boolean isOwn(DavViewer viewer, DavPath path) {
        return viewer.person().id().text().equals(path.of());
    }

    /** The room that {@code id} names. */
    public Optional<Room> room(DavViewer viewer, String id) {
        return Slug.isSlug(id) ? viewer.directory().room(new RoomId(id)) : Optional.empty();
    }

    /** The members of a collection, objects aside. */
    public List<DavPath> members(DavViewer viewer, DavPath path) {
        return switch (path.kind()) {
            case ROOT -> List.of(DavPath.PRINCIPALS, new DavPath(DavKind.HOMES, "", "", ""));
            case PRINCIPALS -> List.of(new DavPath(DavKind.PEOPLE, "", "", ""), new DavPath(DavKind.ROOMS, "", "", ""));
            case PEOPLE -> List.of(viewer.principal());
            case ROOMS ->
                viewer.directory().rooms().stream()
                        .map(room -> DavPath.room(room.id()))
                        .toList();
            case HOMES -> List.of(viewer.home());
            case HOME ->
                Stream.concat(
                                Stream.concat(
                                        Stream.of(viewer.inHome(DavPath.BOOKINGS)),
                                        rooms(viewer).stream()
                                                .map(room ->
                                                        viewer.inHome(room.id().value()))),
                                Stream.of(viewer.inHome(DavPath.INBOX), viewer.inHome(DavPath.OUTBOX)))
                        .toList();
            case PERSON, ROOM, BOOKINGS, ROOM_CALENDAR, INBOX, OUTBOX, OBJECT -> List.of();
        };
    }

    /** The rooms whose calendars are in the home: those where this person usually meets, else those that they look after. */
    public List<Room> rooms(DavViewer viewer) {
        Optional<SiteId> usual = usualSites.of(viewer.person().id());
        Stream<Room> rooms = usual.isPresent()
                ? viewer.directory().roomsAt(usual.get()).stream()
                : viewer.directory().rooms().stream()
                        .filter(room -> viewer.person().manages(room.site()));
        return rooms.filter(room -> !RESERVED.contains(room.id().value()))
                .limit(MOST_ROOMS)
                .toList();
    }
}
