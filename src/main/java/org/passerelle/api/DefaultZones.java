package org.passerelle.api;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        Directory directory = directories.current();
        return Optional.ofNullable(rooms).stream()
                .flatMap(names -> names.stream().limit(1))
                .flatMap(name -> Fields.quietly(name, RoomId::new).stream())
                .flatMap(id -> directory.room(id).stream())
                .map(room -> directory.siteOf(room).zone())
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }
}
