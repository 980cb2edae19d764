package org.passerelle.availability.search;

import java.util.List;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.VideoNeeds;
import org.passerelle.booking.model.VideoNeeds.Need;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** Whether the lines, uplinks and ports are left that a conference would use up. For one thread. */
record VideoSupply(Directory directory, OpenHoursLookup looking) {

    /** Whether a conference about {@code content} in {@code rooms} finds all it needs at all of {@code times}. */
    boolean suffices(Content content, List<Room> rooms, List<Interval> times) {
        return VideoNeeds.ways(content, rooms, directory).stream()
                .anyMatch(way -> way.stream().allMatch(need -> times.stream().allMatch(time -> isLeft(need, time))));
    }

    /** As many units may be free in each slot without one of them being free in all. */
    private boolean isLeft(Need need, Interval time) {
        List<Integer> units = need.resource().numbersDuring(time);
        if (units.size() < need.units() || looking.effort().isSpent()) {
            return false;
        }
        long first = Slots.first(time);
        long end = Slots.endExclusive(time);
        if (countFree(units, first, end) >= need.units()) {
            return true;
        }
        for (long slot = first; slot < end; slot++) {
            if (countFree(units, slot, slot + 1) < need.units()) {
                return false;
            }
        }
        return true;
    }

    private long countFree(List<Integer> units, long first, long end) {
        return units.stream().filter(unit -> looking.isFree(unit, first, end)).count();
    }
}
