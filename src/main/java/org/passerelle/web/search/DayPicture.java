package org.passerelle.web.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.availability.FreeTimes;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.web.Words;

/**
 * A room's day in small: when it is free, and where in it the time lies that somebody asked for. One unit is one slot.
 *
 * @param asked how many units are left of the time asked for, and how many it takes
 * @param freeUntil until when it stays free after that; empty when it is not free then, or not for longer
 */
record DayPicture(Interval shown, ZoneId zone, List<Bar> bars, Bar asked, Optional<Instant> freeUntil) {

    private static final int USUAL_OPENING = 8;
    private static final int USUAL_CLOSING = 20;

    /** A stretch of the picture: its style, where it begins and how wide it is. */
    record Bar(String style, long from, long width) {}

    /** The day of {@code time}, from when the room opens until it closes. */
    static DayPicture of(Room room, ZoneId zone, Interval time, FreeTimes free) {
        Interval shown = shown(room, zone, time);
        long first = Slots.first(shown);
        long base = Math.floorDiv(first, Long.SIZE) * Long.SIZE;
        int words = (int) ((Slots.endExclusive(shown) - base + Long.SIZE - 1) / Long.SIZE);
        long[] open = new long[words];
        free.addOpen(room, base, open);
        long[] taken = taken(room, base, words, free);
        Styles styles = new Styles(base, open, taken);
        Interval slots = Slots.rounded(time);
        Bar asked = new Bar("asked", Slots.first(slots) - first, Slots.endExclusive(slots) - Slots.first(slots));
        return new DayPicture(shown, zone, styles.bars(shown), asked, styles.freeUntil(slots, shown));
    }

    private static Interval shown(Room room, ZoneId zone, Interval time) {
        LocalDate date = time.start().atZone(zone).toLocalDate();
        List<Interval> hours = new ArrayList<>(room.rules().openingHours().on(date, zone));
        if (hours.isEmpty()) {
            hours.add(Interval.of(
                    date.atTime(USUAL_OPENING, 0).atZone(zone).toInstant(),
                    date.atTime(USUAL_CLOSING, 0).atZone(zone).toInstant()));
        }
        hours.add(Slots.rounded(time));
        Instant first =
                hours.stream().map(Interval::start).min(Instant::compareTo).orElseThrow();
        Instant last = hours.stream().map(Interval::end).max(Instant::compareTo).orElseThrow();
        return Slots.rounded(Interval.of(first, last));
    }

    /** Of equipment when all its units are; of a room of several parts when one of them is. */
    private static long[] taken(Room room, long base, int words, FreeTimes free) {
        long[] all = new long[words];
        boolean first = true;
        for (int number : room.numbers()) {
            long[] one = new long[words];
            free.addTaken(number, base, one);
            for (int i = 0; i < words; i++) {
                all[i] = room.isCountable() && !first ? all[i] & one[i] : all[i] | one[i];
            }
            first = false;
        }
        return all;
    }

    /** What each slot is, from bitmaps of which the first bit is slot {@code base}. */
    private record Styles(long base, long[] open, long[] taken) {

        private String at(long slot) {
            if (isSet(taken, slot)) {
                return "busy";
            }
            return isSet(open, slot) ? "free" : "closed";
        }

        private boolean isSet(long[] bits, long slot) {
            int at = (int) (slot - base);
            return (bits[at / Long.SIZE] & 1L << at) != 0;
        }

        List<Bar> bars(Interval shown) {
            long first = Slots.first(shown);
            long end = Slots.endExclusive(shown);
            List<Bar> bars = new ArrayList<>();
            long from = first;
            while (from < end) {
                String style = at(from);
                long to = from + 1;
                while (to < end && at(to).equals(style)) {
                    to++;
                }
                bars.add(new Bar(style, from - first, to - from));
                from = to;
            }
            return bars;
        }

        Optional<Instant> freeUntil(Interval slots, Interval shown) {
            long end = Slots.endExclusive(shown);
            long until = Slots.first(slots);
            while (until < end && at(until).equals("free")) {
                until++;
            }
            return until > Slots.endExclusive(slots) ? Optional.of(Slots.start(until)) : Optional.empty();
        }
    }

    public long width() {
        return Slots.endExclusive(shown) - Slots.first(shown);
    }

    public String from() {
        return Words.time(shown.start(), zone);
    }

    public String to() {
        String end = Words.time(shown.end(), zone);
        return end.equals("00:00") ? "24:00" : end;
    }
}
