package org.passerelle.api.booking;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteClock;
import org.springframework.stereotype.Component;

/** How the times of a request are meant: as at the site of its first room. */
@Component
class RequestClocks {

    private final Directories directories;

    RequestClocks(Directories directories) {
        this.directories = directories;
    }

    /** @param rooms ids as the client sent them; {@link SiteClock#UNKNOWN} if the first is no room */
    SiteClock of(@Nullable List<@Nullable String> rooms) {
        return rooms == null || rooms.isEmpty()
                ? SiteClock.UNKNOWN
                : Fields.quietly(rooms.get(0), RoomId::new)
                        .flatMap(room -> at(List.of(room)))
                        .orElse(SiteClock.UNKNOWN);
    }

    /** That of the rooms that the client sent; if it sent none, of those there are. */
    SiteClock of(@Nullable List<@Nullable String> sent, List<RoomId> standing) {
        return sent == null ? at(standing).orElse(SiteClock.UNKNOWN) : of(sent);
    }

    /** Empty if the first is no room. */
    Optional<SiteClock> at(List<RoomId> rooms) {
        return SiteClock.of(directories.current(), rooms);
    }
}
