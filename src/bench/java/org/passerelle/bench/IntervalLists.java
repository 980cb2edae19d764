package org.passerelle.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * The reservations of each room as a list, as schedulers keep them in memory once they are read: for each room its
 * reservations are looked through for one that overlaps (LibreBooking's way; Indico lets its database do the same).
 */
final class IntervalLists {

    private final List<List<Interval>> byRoom;
    private final long[][] starts;

    IntervalLists(MadeNetwork network) {
        int rooms = network.size().rooms();
        this.byRoom = new ArrayList<>(rooms);
        this.starts = new long[rooms][];
        for (int room = 0; room < rooms; room++) {
            long[] slots = network.hoursOf(room);
            List<Interval> reservations = new ArrayList<>();
            network.forEachBooking(room, hour -> reservations.add(MadeNetwork.hour(slots[hour])));
            byRoom.add(reservations);
            starts[room] = reservations.stream().mapToLong(Slots::first).toArray();
        }
    }

    /** How many rooms are free, looking at every reservation. */
    int looking(Interval hour) {
        int count = 0;
        for (List<Interval> reservations : byRoom) {
            count += isFree(reservations, hour) ? 1 : 0;
        }
        return count;
    }

    private static boolean isFree(List<Interval> reservations, Interval hour) {
        for (Interval each : reservations) {
            if (each.overlaps(hour)) {
                return false;
            }
        }
        return true;
    }

    /** The same, where lists are sorted and searched by halves. */
    int searching(Interval hour) {
        int count = 0;
        for (int room = 0; room < starts.length; room++) {
            int found = Arrays.binarySearch(starts[room], Slots.endExclusive(hour) - 1);
            int last = found < 0 ? -found - 2 : found;
            boolean isFree = last < 0 || !byRoom.get(room).get(last).overlaps(hour);
            count += isFree ? 1 : 0;
        }
        return count;
    }
}
