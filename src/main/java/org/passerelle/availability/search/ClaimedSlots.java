package org.passerelle.availability.search;

import org.passerelle.directory.BookingRules.Buffers;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** The slots that each of some dates claims with certain buffers, as plain numbers. */
final class ClaimedSlots {

    private final long[] firsts;
    private final long[] ends;
    private final long count;

    private ClaimedSlots(long[] firsts, long[] ends, long count) {
        this.firsts = firsts;
        this.ends = ends;
        this.count = count;
    }

    static ClaimedSlots of(Interval[] times, Buffers buffers) {
        long[] firsts = new long[times.length];
        long[] ends = new long[times.length];
        long count = 0;
        for (int date = 0; date < times.length; date++) {
            Interval occupied = times[date].extendedBy(buffers.before(), buffers.after());
            firsts[date] = Slots.first(occupied);
            ends[date] = Slots.endExclusive(occupied);
            count += ends[date] - firsts[date];
        }
        return new ClaimedSlots(firsts, ends, count);
    }

    long first(int date) {
        return firsts[date];
    }

    /** The first slot after {@code date} that it does not claim. */
    long end(int date) {
        return ends[date];
    }

    /** Of all dates together. */
    long count() {
        return count;
    }
}
