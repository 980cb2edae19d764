package org.passerelle.directory;

import java.util.List;
import org.passerelle.directory.arrangement.Layout;
import org.passerelle.directory.arrangement.Layouts;

/**
 * Something that one booking at a time can occupy: a room, a combined room made of parts, or a pool of countable units.
 *
 * @param numbers what a booking of it claims, immutable for the life of the room. A plain room has one number; a combined
 *     room has those of its parts and claims them all; a countable room has one a unit and a booking claims one of them
 * @param setUpNumbers what it claims for the time before a meeting and the meeting where that time may serve a neighbour as
 *     well; {@code numbers} are then claimed for the meeting and the time after it. One for each of {@code numbers}, the same one
 *     for a part that shares no such time; empty where nothing is shared
 * @param parts the rooms a combined room is made of; empty for every other
 */
public record Room(
        RoomId id,
        SiteId site,
        RoomKind kind,
        RoomProfile profile,
        BookingRules rules,
        List<RoomId> parts,
        List<Integer> numbers,
        List<Integer> setUpNumbers) {

    public Room {
        parts = List.copyOf(parts);
        numbers = List.copyOf(numbers);
        setUpNumbers = List.copyOf(setUpNumbers);
    }

    /** A room in which neighbours share no time. */
    public Room(
            RoomId id,
            SiteId site,
            RoomKind kind,
            RoomProfile profile,
            BookingRules rules,
            List<RoomId> parts,
            List<Integer> numbers) {
        this(id, site, kind, profile, rules, parts, numbers, List.of());
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

    /** How it can be furnished; what is countable is not. */
    public Layouts layouts() {
        return isCountable() ? Layouts.NONE : rules.layouts();
    }

    /** The room as it is for a meeting in {@code layout}: its seats, and the time it is held. As it is if that is not offered. */
    public Room laidOut(String layout) {
        return layouts().find(layout).map(this::laidOut).orElse(this);
    }

    /** The longest times that it is held around a meeting, in any layout. */
    public BookingRules.Buffers longestBuffers() {
        return layouts().offered().stream().map(rules.buffers()::of).reduce(rules.buffers(), BookingRules.Buffers::or);
    }

    private Room laidOut(Layout layout) {
        RoomProfile seated = layout.seats().map(profile::seating).orElse(profile);
        return new Room(id, site, kind, seated, rules.with(rules.buffers().of(layout)), parts, numbers, setUpNumbers);
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
