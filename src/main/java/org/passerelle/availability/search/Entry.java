package org.passerelle.availability.search;

import org.passerelle.directory.Room;

/**
 * A room as it stands in a {@link RoomTable}: what is asked of it over and over, ready at hand.
 *
 * <p>Of rooms that share their hours, buffers or horizon, what follows from these for a date is worked out once; the
 * fields of that name say with whom the room shares.
 */
public final class Entry {

    final int index;
    final Room room;

    /** Position of its site in {@link RoomTable#sites()}. */
    final int site;

    final int hours;
    final int buffers;
    final int horizon;
    final int[] numbers;

    Entry(int index, Room room, int site, Groups groups) {
        this.index = index;
        this.room = room;
        this.site = site;
        this.hours = groups.hours();
        this.buffers = groups.buffers();
        this.horizon = groups.horizon();
        this.numbers = room.numbers().stream().mapToInt(Integer::intValue).toArray();
    }

    /** With whom a room shares its hours, buffers and horizon. */
    record Groups(int hours, int buffers, int horizon) {}

    public Room room() {
        return room;
    }

    boolean isCountable() {
        return room.isCountable();
    }

    /** How many numbers a booking of it claims. */
    int numbersClaimed() {
        return isCountable() ? 1 : numbers.length;
    }

    /** Whether no booking can hold both at once because they share a part. */
    boolean excludes(Entry other) {
        for (int number : numbers) {
            for (int otherNumber : other.numbers) {
                if (number == otherNumber) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return room.id().value();
    }
}
