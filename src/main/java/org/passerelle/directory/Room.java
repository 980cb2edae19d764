package org.passerelle.directory;

import java.util.List;

/**
 * Something that one booking at a time can occupy: a room, a combined room made of parts, or a pool of countable units.
 *
 * @param numbers what a booking of it claims, immutable for the life of the room. A plain room has one number; a combined
 *     room has those of its parts and claims them all; a countable room has one a unit and a booking claims one of them
 * @param parts the rooms a combined room is made of; empty for every other
 */
public record Room(
        RoomId id,
        SiteId site,
        RoomKind kind,
        RoomProfile profile,
        BookingRules rules,
        List<RoomId> parts,
        List<Integer> numbers) {

    public Room {
        parts = List.copyOf(parts);
        numbers = List.copyOf(numbers);
    }

    /** The same room under other rules. */
    public Room with(BookingRules changed) {
        return new Room(id, site, kind, profile, changed, parts, numbers);
    }

    public String name() {
        return profile.name();
    }

    /** Of the id alone, which says enough: rooms are put into sets several times a booking, and the rest of one is much. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Seats; for a countable room the number of its units. */
    public int capacity() {
        return profile.capacity();
    }

    public boolean isCombined() {
        return !parts.isEmpty();
    }

    public boolean isCountable() {
        return kind.isCountable();
    }

    /** Whether it is countable equipment, which is booked for use in other rooms, or for its own sake. */
    public boolean isCarried() {
        return kind == RoomKind.EQUIPMENT;
    }

    /** How many people have a seat where it is named once: in a room all its seats, of the desks one, on equipment none. */
    public int seatsOnce() {
        return switch (kind) {
            case EQUIPMENT -> 0;
            case DESK -> 1;
            default -> capacity();
        };
    }
}
