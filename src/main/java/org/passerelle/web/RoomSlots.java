package org.passerelle.web;

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
        long base = Math.floorDiv(Slots.first(time), Long.SIZE) * Long.SIZE;
        int words = (int) ((Slots.endExclusive(time) - base + Long.SIZE - 1) / Long.SIZE);
        long[] open = new long[words];
        free.addOpen(room, base, open);
        return new RoomSlots(base, open, taken(room, base, words, free));
    }

    /** Equipment is taken when all its units are; a room of several parts when one of them is. */
    private static long[] taken(Room room, long base, int words, FreeTimes free) {
        long[] all = new long[words];
        boolean first = true;
        for (int number : room.numbers()) {
            long[] one = new long[words];
            free.addTaken(number, base, one);
            for (int i = 0; i < words; i++) {
                all[i] = room.isCountable() && !first ? all[i] & one[i] : all[i] | one[i];
            }
            first = false;
        }
        return all;
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
