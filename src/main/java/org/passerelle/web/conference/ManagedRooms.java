package org.passerelle.web.conference;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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

    /** Those with a device of their own, or meant for video. */
    List<Room> of(Person person) {
        return all(person).filter(ManagedRooms::hasVideo).toList();
    }

    private Stream<Room> all(Person person) {
        Directory directory = directories.current();
        return directory.sites().stream()
                .filter(site -> person.runs(site.id()))
                .map(site -> directory.roomsAt(site.id()))
                .flatMap(Collection::stream);
    }

    /** @throws NoSuchPage if they look after no room of that name */
    Room of(Person person, String id) {
        return all(person)
                .filter(room -> room.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage("room of theirs of that name"));
    }

    String site(Room room) {
        return directories.current().siteOf(room).name();
    }

    static boolean hasVideo(Room room) {
        return room.kind() == RoomKind.VISIO
                || room.kind() == RoomKind.TELEPRESENCE
                || !room.profile().joinMethods().isEmpty();
    }
}
