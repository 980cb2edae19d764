package org.passerelle.directory;

/** What a room is for; {@code EQUIPMENT} is countable and movable, such as projectors, and seats nobody. */
public enum RoomKind {
    MEETING,
    VISIO,
    TELEPRESENCE,
    TRAINING,
    OFFICE,
    EQUIPMENT
}
