package org.passerelle.directory.version;

/** Which ids were those of rooms, also of such as are there no more. */
public interface UsedRoomIds {

    /** Whether a room of this id could ever be booked; a combined room is booked in its parts, and is not known. */
    boolean isUsed(String room);
}
