package org.passerelle.availability.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.passerelle.availability.FreeTimes;
import org.passerelle.booking.Claims;
import org.passerelle.directory.BookingRules;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * Some dates, and on which of them each room can be had: by the rules of booking, exactly as {@link
 * org.passerelle.booking.policy.BookingPolicy} has them for a room by itself, and by what is taken. Who may book and how
 * many are seated is the affair of {@link Filter}. What rooms share is worked out once. For one thread.
 */
final class Dates {

    private final Interval[] times;
    private final Duration[] lengths;
    private final RoomTable table;
    private final Looking looking;
    private final Instant runningSlot;
    private final OpenDates[] open;
    private final ClaimedSlots[] claimed;
    private final Instant[] horizons;

    /** Where to look for what is free, at which moment, and how much. */
    record Looking(FreeTimes free, Instant now, Effort effort) {}

    Dates(List<Interval> times, RoomTable table, Looking looking) {
        this.times = times.toArray(Interval[]::new);
        this.lengths = times.stream().map(Interval::length).toArray(Duration[]::new);
        this.table = table;
        this.looking = looking;
        this.runningSlot = Slots.start(Slots.containing(looking.now()));
        this.open = new OpenDates[table.hoursCount()];
        this.claimed = new ClaimedSlots[table.buffersCount()];
        this.horizons = new Instant[table.horizonsCount()];
    }

    int count() {
        return times.length;
    }

    Interval time(int date) {
        return times[date];
    }

    /** Whether {@code units} of a countable room, or the room, can be had on all dates. */
    boolean canHaveAlways(Entry room, int units) {
        for (int date = 0; date < times.length; date++) {
            if (!isAllowed(room, date) || !isFree(room, date, units)) {
                return false;
            }
        }
        return true;
    }

    boolean canHave(Entry room, int date) {
        return isAllowed(room, date) && isFree(room, date, 1);
    }

    BitSet whenToHave(Entry room) {
        BitSet when = new BitSet(times.length);
        for (int date = 0; date < times.length; date++) {
            when.set(date, canHave(room, date));
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

    /** Whether all dates of {@code room} and {@code others} together claim more than one booking may hold. */
    boolean isTooMuch(Entry room, List<Entry> others) {
        long claims = claims(room);
        for (Entry other : others) {
            claims += claims(other);
        }
        return claims > Claims.MOST;
    }

    private long claims(Entry room) {
        return claimed(room.buffers).count() * room.numbersClaimed();
    }

    private boolean isAllowed(Entry room, int date) {
        Interval time = times[date];
        Duration length = lengths[date];
        BookingRules rules = room.room.rules();
        return !time.start().isBefore(runningSlot)
                && (rules.notice().isZero()
                        || !time.start().isBefore(looking.now().plus(rules.notice())))
                && !time.end().isAfter(horizon(room.horizon))
                && length.compareTo(rules.shortest()) >= 0
                && length.compareTo(rules.longest()) <= 0
                && isOpen(room.hours, date);
    }

    private boolean isFree(Entry room, int date, int units) {
        ClaimedSlots slots = claimed(room.buffers);
        long first = slots.first(date);
        long end = slots.end(date);
        int needed = room.isCountable() ? units : room.numbers.length;
        int allowedToMiss = room.numbers.length - needed;
        for (int number : room.numbers) {
            looking.effort().spend(1);
            if (looking.free().isFree(number, first, end)) {
                needed--;
            } else if (allowedToMiss-- == 0) {
                return false;
            }
            if (needed == 0) {
                return true;
            }
        }
        return needed <= 0;
    }

    private Instant horizon(int shared) {
        Instant known = horizons[shared];
        if (known == null) {
            var horizon = table.horizon(shared);
            known = looking.now().atZone(horizon.zone()).plus(horizon.ahead()).toInstant();
            horizons[shared] = known;
        }
        return known;
    }

    private ClaimedSlots claimed(int shared) {
        ClaimedSlots known = claimed[shared];
        if (known == null) {
            known = ClaimedSlots.of(times, table.buffers(shared));
            claimed[shared] = known;
        }
        return known;
    }

    private boolean isOpen(int shared, int date) {
        OpenDates known = open[shared];
        if (known == null) {
            known = new OpenDates(table.roomWithHours(shared), times, looking);
            open[shared] = known;
        }
        return known.contain(date);
    }
}
