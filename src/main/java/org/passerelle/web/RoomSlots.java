package org.passerelle.web;

import java.util.Arrays;
import java.util.BitSet;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** What each slot of a stretch of a room's time is, to be drawn. */
public final class RoomSlots {

    private final long base;
    private final long[] open;
    private final long[] taken;

    private RoomSlots(long base, long[] open, long[] taken) {
        this.base = base;
        this.open = open;
        this.taken = taken;
    }

    public static RoomSlots of(Room room, Interval time, FreeTimes free) {
        return of(room, 1, time, free);
    }

    /** @param units how many are needed of what is countable; without meaning for any other room */
    public static RoomSlots of(Room room, int units, Interval time, FreeTimes free) {
        long base = Math.floorDiv(Slots.first(time), Long.SIZE) * Long.SIZE;
        int words = (int) ((Slots.endExclusive(time) - base + Long.SIZE - 1) / Long.SIZE);
        long[] open = new long[words];
        free.addOpen(room, base, open);
        return new RoomSlots(
                base,
                open,
                room.isCountable() ? shortOf(units, room, base, words, free) : taken(room, base, words, free));
    }

    /** A room of several parts is taken when one of them is. */
    private static long[] taken(Room room, long base, int words, FreeTimes free) {
        long[] taken = new long[words];
        room.numbers().forEach(number -> free.addTaken(number, base, taken));
        room.setUpNumbers().forEach(number -> free.addTaken(number, base, taken));
        return taken;
    }

    /** What is countable is taken when fewer than {@code units} are left of it. */
    private static long[] shortOf(int units, Room room, long base, int words, FreeTimes free) {
        int[] left = new int[words * Long.SIZE];
        Arrays.fill(left, room.numbers().size());
        for (int number : room.numbers()) {
            long[] one = new long[words];
            free.addTaken(number, base, one);
            BitSet.valueOf(one).stream().forEach(slot -> left[slot]--);
        }
        BitSet taken = new BitSet(left.length);
        for (int slot = 0; slot < left.length; slot++) {
            taken.set(slot, left[slot] < units);
        }
        return Arrays.copyOf(taken.toLongArray(), words);
    }

    /** @param slot within the stretch */
    public boolean isOpen(long slot) {
        return isSet(open, slot);
    }

    /** @param slot within the stretch */
    public boolean isTaken(long slot) {
        return isSet(taken, slot);
    }

    private boolean isSet(long[] bits, long slot) {
        int at = (int) (slot - base);
        return (bits[at / Long.SIZE] & 1L << at) != 0;
    }
}
