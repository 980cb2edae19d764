package org.passerelle.web.conference;

import java.util.Collection;
import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import org.passerelle.web.NoSuchPage;
import org.springframework.stereotype.Component;

/** The rooms whose computers and panels somebody looks after. */
@Component
class ManagedRooms {

    private final Directories directories;

    ManagedRooms(Directories directories) {
        this.directories = directories;
    }

    List<Room> of(Person person) {
        Directory directory = directories.current();
        return directory.sites().stream()
                .filter(site -> person.runs(site.id()))
                .map(site -> directory.roomsAt(site.id()))
                .flatMap(Collection::stream)
                .filter(ManagedRooms::hasVideo)
                .toList();
    }

    /** @throws NoSuchPage if they look after no room of that name */
    Room of(Person person, String id) {
        return of(person).stream()
                .filter(room -> room.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage("room of theirs of that name"));
    }

    String site(Room room) {
        return directories.current().siteOf(room).name();
    }

    private static boolean hasVideo(Room room) {
        return room.kind() == RoomKind.VISIO
                || room.kind() == RoomKind.TELEPRESENCE
                || !room.profile().joinMethods().isEmpty();
    }
}
