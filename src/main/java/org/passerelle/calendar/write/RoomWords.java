package org.passerelle.calendar.write;

import java.util.List;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.i18n.RoomNames;

/** Rooms in the words of the directory: {@code Seine (Melun)}. A room that it no longer has goes by its id. */
public final class RoomWords {

    private final Directory directory;

    public RoomWords(Directory directory) {
        this.directory = directory;
    }

    public String of(RoomId id) {
        return directory
                .room(id)
                .map(room -> room.name()
                        + directory
                                .site(room.site())
                                .map(Site::name)
                                .map(site -> " (" + site + ")")
                                .orElse(""))
                .orElse(id.value());
    }

    public String of(List<RoomId> rooms) {
        return RoomNames.joined(rooms, this::of);
    }
}
