package org.passerelle.availability.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.time.WeeklyHours;

/** What decides when a room is open; the rooms of a site mostly share it. */
record OpenRule(WeeklyHours hours, ZoneId zone, List<Closure> closures) {

    OpenRule {
        closures = List.copyOf(closures);
    }

    static OpenRule of(Room room, Site site) {
        return new OpenRule(room.rules().openingHours(), site.zone(), concerning(room, site));
    }

    /** Equal for rooms that are shut at the same times, whichever closures name them. */
    private static List<Closure> concerning(Room room, Site site) {
        if (site.closures().stream().allMatch(Closure::isOfTheWholeSite)) {
            return site.closures();
        }
        return site.closures().stream()
                .filter(closure -> closure.concerns(room.id()))
                .map(closure -> new Closure(closure.from(), closure.to(), closure.reason(), Set.of()))
                .toList();
    }

    /** Adds the bits of the slots, of those that begin with {@code firstSlot}, that are open from first to last moment. */
    void addTo(long firstSlot, long[] words) {
        if (words.length == 0) {
            return;
        }
        long[] open = new long[words.length];
        long endSlot = firstSlot + (long) words.length * Long.SIZE;
        LocalDate first = day(Slots.start(firstSlot));
        LocalDate last = day(Slots.start(endSlot));
        List<Interval> intervals = new ArrayList<>();
        for (LocalDate day = first.minusDays(1); !day.isAfter(last.plusDays(1)); day = day.plusDays(1)) {
            intervals.addAll(hours.on(day, zone));
        }
        for (Interval each : Interval.merge(intervals)) {
            FreeBits.set(open, wholeFrom(each) - firstSlot, wholeTo(each) - firstSlot);
        }
        for (Closure closure : closures) {
            if (closure.touches(first, last)) {
                closure.during(zone)
                        .ifPresent(closed -> FreeBits.clear(
                                open, Slots.first(closed) - firstSlot, Slots.endExclusive(closed) - firstSlot));
            }
        }
        for (int i = 0; i < words.length; i++) {
            words[i] |= open[i];
        }
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The first slot that begins at or after the start of {@code interval}. */
    private static long wholeFrom(Interval interval) {
        long slot = Slots.first(interval);
        return Slots.start(slot).equals(interval.start()) ? slot : slot + 1;
    }

    /** The first slot that does not end by the end of {@code interval}. */
    private static long wholeTo(Interval interval) {
        return Slots.containing(interval.end());
    }
}
