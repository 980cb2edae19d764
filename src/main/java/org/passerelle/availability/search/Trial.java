package org.passerelle.availability.search;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.time.Interval;

/** A question tried on some dates: when each room can be had, with what must be carried to it. For one thread. */
final class Trial {

    private final Filter filter;
    private final SearchDates dates;

    /** On which dates a pool has a unit; several rooms ask for the same ones. */
    private final Map<TableEntry, BitSet> carried = new HashMap<>();

    Trial(Filter filter, SearchDates dates) {
        this.filter = filter;
        this.dates = dates;
    }

    SearchDates dates() {
        return dates;
    }

    /** Of the first date. */
    Interval time() {
        return dates.time(0);
    }

    /** On which dates {@code room} can be had; none when together they are more than one booking may hold. */
    BitSet whenToHave(TableEntry room) {
        List<TableEntry> pools = filter.carriedTo(room);
        int units = filter.unitsNeeded(room);
        if (dates.isTooMuch(room, units, pools)) {
            return new BitSet();
        }
        BitSet when = dates.whenToHave(room, units);
        pools.forEach(pool -> when.and(carried(pool)));
        return when;
    }

    /** Whether {@code room}, as often as it is needed, and {@code others} together claim more than one booking may hold. */
    boolean isTooMuch(TableEntry room, List<TableEntry> others) {
        return dates.isTooMuch(room, filter.unitsNeeded(room), others);
    }

    boolean canHaveAlways(TableEntry room) {
        List<TableEntry> pools = filter.carriedTo(room);
        int units = filter.unitsNeeded(room);
        return !dates.isTooMuch(room, units, pools)
                && dates.canHaveAlways(room, units)
                && pools.stream().allMatch(pool -> carried(pool).cardinality() == dates.count());
    }

    private BitSet carried(TableEntry pool) {
        return carried.computeIfAbsent(pool, any -> dates.whenToHave(any, 1));
    }
}
