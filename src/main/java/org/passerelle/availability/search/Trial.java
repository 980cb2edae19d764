package org.passerelle.availability.search;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.time.Interval;

/** A question tried on some dates: when each room can be had, with what must be carried to it. For one thread. */
final class Trial {

    private final Filter filter;
    private final Dates dates;

    /** On which dates a pool has a unit; several rooms ask for the same ones. */
    private final Map<Entry, BitSet> carried = new HashMap<>();

    Trial(Filter filter, Dates dates) {
        this.filter = filter;
        this.dates = dates;
    }

    Dates dates() {
        return dates;
    }

    /** Of the first date. */
    Interval time() {
        return dates.time(0);
    }

    /** On how many dates {@code room} cannot be had. */
    int missed(Entry room) {
        List<Entry> pools = filter.carriedTo(room);
        if (dates.isTooMuch(room, pools)) {
            return dates.count();
        }
        int missed = 0;
        for (int date = 0; date < dates.count(); date++) {
            if (!canHave(room, pools, date)) {
                missed++;
            }
        }
        return missed;
    }

    /** The dates on which {@code room} cannot be had. */
    List<Interval> missing(Entry room) {
        List<Entry> pools = filter.carriedTo(room);
        return dates.where(date -> !canHave(room, pools, date));
    }

    boolean canHaveAlways(Entry room) {
        List<Entry> pools = filter.carriedTo(room);
        if (dates.isTooMuch(room, pools)) {
            return false;
        }
        for (int date = 0; date < dates.count(); date++) {
            if (!canHave(room, pools, date)) {
                return false;
            }
        }
        return true;
    }

    private boolean canHave(Entry room, List<Entry> pools, int date) {
        if (!dates.canHave(room, date)) {
            return false;
        }
        for (Entry pool : pools) {
            if (!carried.computeIfAbsent(pool, dates::whenToHave).get(date)) {
                return false;
            }
        }
        return true;
    }
}
