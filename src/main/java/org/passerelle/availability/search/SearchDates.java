package org.passerelle.availability.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.time.Interval;

/**
 * Some dates, and on which of them each room can be had, by the rules of booking and by what is taken. Who may book and how
 * many are seated is the affair of {@link Filter}. What rooms share is worked out once. For one thread.
 */
final class SearchDates {

    private final Interval[] times;
    private final RoomTable table;
    private final OpenHoursLookup looking;
    private final BookingRights rights;

    /** By the rules that rooms share. */
    private final AllowedDates[] allowed;

    /** By the buffers that rooms share. */
    private final ClaimedSlots[] claimed;

    SearchDates(List<Interval> times, RoomTable table, OpenHoursLookup looking, BookingRights rights) {
        this.times = times.toArray(Interval[]::new);
        this.table = table;
        this.looking = looking;
        this.rights = rights;
        this.allowed = new AllowedDates[table.rulesCount()];
        this.claimed = new ClaimedSlots[table.buffersCount()];
    }

    int count() {
        return times.length;
    }

    Interval time(int date) {
        return times[date];
    }

    /** Whether {@code units} of a countable room, or the room, can be had on all dates. */
    boolean canHaveAlways(TableEntry room, int units) {
        for (int date = 0; date < times.length; date++) {
            if (!allowed(room).contain(date) || !isFree(room, date, units)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all of {@code rooms}, one entry a unit, can be had on all dates. */
    boolean canHaveAlways(List<TableEntry> rooms) {
        Map<TableEntry, Long> units =
                rooms.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return units.entrySet().stream()
                .allMatch(room -> canHaveAlways(room.getKey(), room.getValue().intValue()));
    }

    /** On which dates {@code units} of a countable room, or the room, can be had. */
    BitSet whenToHave(TableEntry room, int units) {
        BitSet when = new BitSet(times.length);
        for (int date = 0; date < times.length; date++) {
            if (allowed(room).contain(date) && isFree(room, date, units)) {
                when.set(date);
            }
        }
        return when;
    }

    List<Interval> where(IntPredicate condition) {
        List<Interval> chosen = new ArrayList<>();
        for (int date = 0; date < times.length; date++) {
            if (condition.test(date)) {
                chosen.add(times[date]);
            }
        }
        return chosen;
    }

    /** Whether all dates of {@code units} of {@code room} and of {@code others} together claim more than one booking may hold. */
    boolean isTooMuch(TableEntry room, int units, List<TableEntry> others) {
        long claims = claims(room, units);
        for (TableEntry other : others) {
            claims += claims(other, 1);
        }
        return claims > Claims.MOST;
    }

    private long claims(TableEntry room, int units) {
        return claimed(room).count() * room.numbersClaimed(units);
    }

    /** Whether {@code room} is open at any time from {@code margin} before to {@code margin} after the first date. */
    boolean isOpenAround(TableEntry room, Duration margin) {
        return allowed(room).areOpenAround(margin);
    }

    private boolean isFree(TableEntry room, int date, int units) {
        ClaimedSlots slots = claimed(room);
        if (room.setUpNumbers.length > 0) {
            return isFreeBesideSetUps(room, date, slots);
        }
        int needed = room.numbersClaimed(units);
        int left = room.numbers.length;
        for (int i = 0; i < room.numbers.length && needed > 0 && needed <= left; i++) {
            if (looking.isFree(room.numbers[i], slots.first(date), slots.end(date))) {
                needed--;
            }
            left--;
        }
        return needed <= 0;
    }

    /** Whether nobody else is in the way, where the time before a meeting may be a neighbour's time after. */
    private boolean isFreeBesideSetUps(TableEntry room, int date, ClaimedSlots slots) {
        for (int i = 0; i < room.numbers.length; i++) {
            if (!looking.isFree(room.numbers[i], slots.start(date), slots.end(date))
                    || !looking.isFree(room.setUpNumbers[i], slots.first(date), slots.over(date))) {
                return false;
            }
        }
        return true;
    }

    private ClaimedSlots claimed(TableEntry room) {
        ClaimedSlots known = claimed[room.buffers];
        if (known == null) {
            known = ClaimedSlots.of(times, table.buffers(room.buffers));
            claimed[room.buffers] = known;
        }
        return known;
    }

    private AllowedDates allowed(TableEntry room) {
        AllowedDates known = allowed[room.rules];
        if (known == null) {
            known = new AllowedDates(room.room, table.sites().get(room.site), times, looking, rights);
            allowed[room.rules] = known;
        }
        return known;
    }
}
