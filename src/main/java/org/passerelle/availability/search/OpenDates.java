package org.passerelle.availability.search;

import java.util.BitSet;
import org.passerelle.availability.FreeTimes;
import org.passerelle.booking.Claims;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * On which of some dates rooms of certain hours are open: read off the grid where that settles it, looked at exactly where
 * it does not, and remembered. For one thread.
 */
final class OpenDates {

    private final Room room;
    private final Interval[] times;
    private final Dates.Looking looking;
    private final BitSet known;
    private final BitSet open;

    /** @param room any of the rooms with these hours */
    OpenDates(Room room, Interval[] times, Dates.Looking looking) {
        this.room = room;
        this.times = times;
        this.looking = looking;
        this.known = new BitSet(times.length);
        this.open = new BitSet(times.length);
    }

    /** Whether rooms are open on {@code date}. One longer than any booking can be counts as closed. */
    boolean contain(int date) {
        if (!known.get(date)) {
            looking.effort().spend(1);
            known.set(date);
            open.set(date, isOpen(times[date]));
        }
        return open.get(date);
    }

    private boolean isOpen(Interval time) {
        FreeTimes free = looking.free();
        long first = Slots.first(time);
        long end = Slots.endExclusive(time);
        if (end - first > Claims.MOST) {
            return false;
        }
        long base = Math.floorDiv(first, Long.SIZE) * Long.SIZE;
        long[] words = new long[(int) ((end - base + Long.SIZE - 1) / Long.SIZE)];
        free.addOpen(room, base, words);
        if (isFull(words, (int) (first - base), (int) (end - base))) {
            return true;
        }
        boolean onTheGrid =
                Slots.start(first).equals(time.start()) && Slots.start(end).equals(time.end());
        return !onTheGrid && free.isOpen(room, time);
    }

    /** Whether all bits from {@code from} to before {@code to} are set. */
    private static boolean isFull(long[] words, int from, int to) {
        for (int word = from / Long.SIZE; word * Long.SIZE < to; word++) {
            long asked = -1L;
            if (word == from / Long.SIZE) {
                asked &= -1L << from % Long.SIZE;
            }
            if ((word + 1) * Long.SIZE > to) {
                asked &= -1L >>> (Long.SIZE - to % Long.SIZE);
            }
            if ((words[word] & asked) != asked) {
                return false;
            }
        }
        return true;
    }
}
