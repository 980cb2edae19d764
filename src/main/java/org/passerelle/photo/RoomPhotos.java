package org.passerelle.photo;

import java.util.Optional;
import org.passerelle.directory.RoomId;

/** The photos of rooms, one for each at most. */
public interface RoomPhotos {

    /** The tag of the photo of a room, by which its address changes when it does; empty if there is none. */
    Optional<String> tag(RoomId room);

    /** Whether there is one. */
    default boolean has(RoomId room) {
        return tag(room).isPresent();
    }

    Optional<RoomPhoto> find(RoomId room);

    /** Takes the place of the one before. */
    void put(RoomPhoto photo);

    /** Nothing happens if there is none. */
    void remove(RoomId room);
}
