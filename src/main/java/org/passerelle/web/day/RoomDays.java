package org.passerelle.web.day;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.QuotaLimits;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.web.RoomSlots;
import org.springframework.stereotype.Component;

/** How full the rooms of a site are day by day, from memory: no booking is read for it. */
@Component
class RoomDays {

    private static final int HUNDRED = 100;

    private final FreeTimes free;
    private final Clock clock;

    RoomDays(FreeTimes free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /**
     * One day of a room.
     *
     * @param bars what it is by turns
     * @param free how many slots whoever looks can book
     * @param isOpen whether it is open at all
     */
    record RoomDay(DayWindow window, List<Lane.Bar> bars, int free, boolean isOpen) {}

    /**
     * Each of {@code windows} of one room.
     *
     * @param limits what quotas keep from whoever looks
     */
    List<RoomDay> of(Room room, List<DayWindow> windows, QuotaLimits limits, Look look) {
        Interval whole = Interval.of(
                windows.get(0).shown().start(),
                windows.get(windows.size() - 1).shown().end());
        RoomSlots slots = RoomSlots.of(room, whole, free);
        LaneSweep.BookableReach reach = LaneSweep.BookableReach.of(room, whole, limits, look, clock.instant());
        return windows.stream().map(window -> day(window, slots, reach)).toList();
    }

    private static RoomDay day(DayWindow window, RoomSlots slots, LaneSweep.BookableReach reach) {
        long first = Slots.first(window.shown());
        long end = Slots.endExclusive(window.shown());
        List<Lane.Bar> bars = new ArrayList<>();
        int bookable = 0;
        boolean isOpen = false;
        long from = first;
        String style = style(first, slots, reach);
        for (long slot = first; slot < end; slot++) {
            String next = style(slot, slots, reach);
            isOpen |= slots.isOpen(slot);
            bookable += next.equals("free") ? 1 : 0;
            if (!next.equals(style)) {
                bars.add(new Lane.Bar(style, (int) (from - first), (int) (slot - from)));
                from = slot;
                style = next;
            }
        }
        bars.add(new Lane.Bar(style, (int) (from - first), (int) (end - from)));
        return new RoomDay(window, bars, bookable, isOpen);
    }

    /** As {@link LaneSweep} judges it. */
    private static String style(long slot, RoomSlots slots, LaneSweep.BookableReach reach) {
        if (slots.isTaken(slot)) {
            return "busy";
        }
        Instant at = Slots.start(slot);
        if (!slots.isOpen(slot)) {
            return "closed";
        }
        if (at.isBefore(reach.bounds().running())) {
            return "past";
        }
        boolean isBookable = reach.mine()
                && Stream.of(reach.kept(), reach.usedUp()).flatMap(List::stream).noneMatch(time -> time.contains(at))
                && reach.bounds().contain(Interval.of(at, Slots.LENGTH));
        return isBookable ? "free" : "closed";
    }

    /** How much of their opening hours is taken, in hundredths; a day on which no room is open is missing. */
    Map<LocalDate, Integer> taken(List<Room> rooms, CalendarSpan span, ZoneId zone) {
        Map<LocalDate, long[]> counted = new HashMap<>();
        for (Room room : rooms) {
            RoomSlots slots = RoomSlots.of(room, span.time(zone), free);
            for (LocalDate date : span.days()) {
                count(slots, DayWindow.day(date, zone), counted.computeIfAbsent(date, any -> new long[2]));
            }
        }
        Map<LocalDate, Integer> shares = new HashMap<>();
        counted.forEach((date, slots) -> {
            if (slots[0] > 0) {
                shares.put(date, (int) (HUNDRED * slots[1] / slots[0]));
            }
        });
        return shares;
    }

    private static void count(RoomSlots slots, Interval day, long[] openAndTaken) {
        long end = Slots.endExclusive(day);
        for (long slot = Slots.first(day); slot < end; slot++) {
            if (slots.isOpen(slot)) {
                openAndTaken[0]++;
                openAndTaken[1] += slots.isTaken(slot) ? 1 : 0;
            }
        }
    }
}
