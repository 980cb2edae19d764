package org.passerelle.availability.search;

import org.passerelle.directory.BookingRules.Buffers;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** The slots that each of some dates claims with certain buffers, and those of its meeting alone, as plain numbers. */
final class ClaimedSlots {

    private final long[] firsts;
    private final long[] ends;
    private final long[] starts;
    private final long[] overs;
    private long count;

    private ClaimedSlots(int dates) {
        this.firsts = new long[dates];
        this.ends = new long[dates];
        this.starts = new long[dates];
        this.overs = new long[dates];
    }

    static ClaimedSlots of(Interval[] times, Buffers buffers) {
        ClaimedSlots claimed = new ClaimedSlots(times.length);
        for (int date = 0; date < times.length; date++) {
            Interval occupied = times[date].extendedBy(buffers.before(), buffers.after());
            claimed.firsts[date] = Slots.first(occupied);
            claimed.ends[date] = Slots.endExclusive(occupied);
            claimed.starts[date] = Slots.first(times[date]);
            claimed.overs[date] = Slots.endExclusive(times[date]);
            claimed.count += claimed.ends[date] - claimed.firsts[date];
        }
        return claimed;
    }

    long first(int date) {
        return firsts[date];
    }

    /** The first slot after {@code date} that it does not claim. */
    long end(int date) {
        return ends[date];
    }

    /** The first slot of the meeting. */
    long start(int date) {
        return starts[date];
    }

    /** The first slot after the meeting. */
    long over(int date) {
        return overs[date];
    }

    /** Of all dates together. */
    long count() {
        return count;
    }
}
