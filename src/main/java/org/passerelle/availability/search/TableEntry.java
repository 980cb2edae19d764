package org.passerelle.availability.search;

import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;

/**
 * A room as it stands in a {@link RoomTable}: what is asked of it over and over, ready at hand. Of rooms that share their
 * rules or buffers, what follows from these for a date is worked out once.
 */
public final class TableEntry {

    final int index;
    final Room room;

    /** Position of its site in {@link RoomTable#sites()}. */
    final int site;

    /** The same of all rooms of its site with the same rules, buffers and access aside. */
    final int rules;

    /** The same of all rooms with the same buffers. */
    final int buffers;

    final int[] numbers;

    /** What it claims for the time before a meeting where neighbours share it, one for each of its numbers; else nothing. */
    final int[] setUpNumbers;

    TableEntry(int index, Room room, int site, Shared shared) {
        this.index = index;
        this.room = room;
        this.site = site;
        this.rules = shared.rules();
        this.buffers = shared.buffers();
        this.numbers = room.numbers().stream().mapToInt(Integer::intValue).toArray();
        this.setUpNumbers =
                room.setUpNumbers().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Which rooms it shares its rules and its buffers with. */
    record Shared(int rules, int buffers) {}

    public Room room() {
        return room;
    }

    boolean isCountable() {
        return room.isCountable();
    }

    boolean isOfDesks() {
        return room.kind() == RoomKind.DESK;
    }

    /** How many numbers a booking claims that names it {@code units} times, or once if it is not countable. */
    int numbersClaimed(int units) {
        return isCountable() ? units : numbers.length + setUpNumbers.length;
    }

    /** Whether no booking can hold both at once because they share a part. */
    boolean excludes(TableEntry other) {
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
