package org.passerelle.directory;

/** What a room is for. */
public enum RoomKind {
    MEETING,
    VISIO,
    TELEPRESENCE,
    TRAINING,
    OFFICE,
    /** The workstations of one place, of which any will do: countable, and each seats one. */
    DESK,
    /** What is countable and movable, such as projectors, and seats nobody. */
    EQUIPMENT;

    /** Whether there are several of it that are all the same, and a booking takes as many as it names. */
    public boolean isCountable() {
        return this == DESK || this == EQUIPMENT;
    }
}
