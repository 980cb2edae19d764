package org.passerelle.caldav.property;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavPath.DavKind;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Slug;

/** By what programs call rooms besides their mail addresses (RFC 6638 section 2.4.1). */
public final class RoomAddresses {

    private static final String URN = "urn:uuid:";

    private RoomAddresses() {}

    /** Some programs write it as the address of the room that they invite. */
    static String uuid(Room room) {
        return URN + UUID.nameUUIDFromBytes(("passerelle room " + room.id()).getBytes(StandardCharsets.UTF_8));
    }

    /** The room that {@code address} names, a URN or the path of its principal. */
    public static Optional<Room> find(String address, Directory directory) {
        String spelt = address.strip().toLowerCase(Locale.ROOT);
        if (spelt.startsWith(URN)) {
            return directory.rooms().stream()
                    .filter(room -> uuid(room).equals(spelt))
                    .findFirst();
        }
        return spelt.contains("/dav/")
                ? DavPath.parse(address)
                        .filter(path -> path.kind() == DavKind.ROOM && Slug.isSlug(path.of()))
                        .flatMap(path -> directory.room(new RoomId(path.of())))
                : Optional.empty();
    }
}
