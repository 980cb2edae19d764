package org.passerelle.api.booking;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/** In which zone the times of a request are read that names none: that of the first room's site. */
@Component
class DefaultZones {

    private final Directories directories;

    DefaultZones(Directories directories) {
        this.directories = directories;
    }

    /** @param rooms ids as the client sent them; UTC if the first is no room */
    ZoneId of(@Nullable List<String> rooms) {
        if (rooms == null || rooms.isEmpty()) {
            return ZoneOffset.UTC;
        }
        Directory directory = directories.current();
        return Fields.quietly(rooms.get(0), RoomId::new)
                .flatMap(directory::room)
                .map(room -> directory.siteOf(room).zone())
                .orElse(ZoneOffset.UTC);
    }
}
