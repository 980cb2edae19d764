package org.passerelle.web.outsider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.booking.policy.TimeLimits;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.springframework.stereotype.Component;

/** When rooms are open and free on one day; from memory, since strangers ask. */
@Component
class FreeHours {

    private final FreeTimes times;
    private final Clock clock;

    FreeHours(FreeTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** What can be asked for of {@code date} now, in order, in steps of five minutes; shorter than a room can be booked is left out. */
    List<Interval> of(Room room, Site site, LocalDate date) {
        Instant start = date.atStartOfDay(site.zone()).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(site.zone()).toInstant();
        BookingBounds bounds = BookingBounds.of(room, site, clock.instant());
        Instant from = bounds.earliest().isAfter(start) ? bounds.earliest() : start;
        Instant to = bounds.latest().isBefore(end) ? bounds.latest() : end;
        if (!from.isBefore(to)) {
            return List.of();
        }
        Duration shortest = TimeLimits.of(room.rules()).shortest();
        long firstSlot = Slots.containing(start) / Long.SIZE * Long.SIZE;
        long endSlot = Slots.endExclusive(Interval.of(start, to));
        return runs(free(room, firstSlot, endSlot), firstSlot, notBefore(from), endSlot).stream()
                .filter(run -> run.length().compareTo(shortest) >= 0)
                .toList();
    }

    /** The first slot that begins at {@code moment} or later. */
    private static long notBefore(Instant moment) {
        long slot = Slots.containing(moment);
        return Slots.start(slot).isBefore(moment) ? slot + 1 : slot;
    }

    private long[] free(Room room, long firstSlot, long endSlot) {
        int words = (int) ((endSlot - firstSlot + Long.SIZE - 1) / Long.SIZE);
        long[] taken = new long[words];
        if (room.isCountable()) {
            Arrays.fill(taken, -1L);
            for (int number : room.numbers()) {
                long[] unit = new long[words];
                times.addTaken(number, firstSlot, unit);
                Arrays.setAll(taken, word -> taken[word] & unit[word]);
            }
        } else {
            room.numbers().forEach(number -> times.addTaken(number, firstSlot, taken));
        }
        long[] free = new long[words];
        times.addOpen(room, firstSlot, free);
        Arrays.setAll(free, word -> free[word] & ~taken[word]);
        return free;
    }

    private static List<Interval> runs(long[] free, long firstSlot, long from, long end) {
        List<Interval> runs = new ArrayList<>();
        long since = -1;
        for (long slot = from; slot <= end; slot++) {
            int bit = (int) (slot - firstSlot);
            boolean isFree = slot < end && (free[bit / Long.SIZE] >>> bit % Long.SIZE & 1) != 0;
            if (isFree && since < 0) {
                since = slot;
            } else if (!isFree && since >= 0) {
                runs.add(Interval.of(Slots.start(since), Slots.start(slot)));
                since = -1;
            }
        }
        return runs;
    }
}
