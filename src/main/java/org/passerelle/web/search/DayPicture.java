package org.passerelle.web.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.web.PageWords;
import org.passerelle.web.RoomSlots;

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

    /**
     * The day of {@code time}, what is past or too far ahead as if closed, from when the room opens until it closes.
     *
     * @param units how many are needed of what is countable
     */
    static DayPicture of(Room room, int units, ZoneId zone, Interval time, FreeTimes free, BookingBounds bounds) {
        Interval shown = shown(room, zone, time);
        long first = Slots.first(shown);
        Styles styles = new Styles(RoomSlots.of(room, units, shown, free), bounds);
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

    /** How each slot is drawn. */
    private record Styles(RoomSlots slots, BookingBounds bounds) {

        private String at(long slot) {
            if (slots.isTaken(slot)) {
                return "busy";
            }
            return slots.isOpen(slot) && bounds.contain(Interval.of(Slots.start(slot), Slots.LENGTH))
                    ? "free"
                    : "closed";
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

        Optional<Instant> freeUntil(Interval asked, Interval shown) {
            long end = Slots.endExclusive(shown);
            long until = Slots.first(asked);
            while (until < end && at(until).equals("free")) {
                until++;
            }
            return until > Slots.endExclusive(asked) ? Optional.of(Slots.start(until)) : Optional.empty();
        }
    }

    public long width() {
        return Slots.endExclusive(shown) - Slots.first(shown);
    }

    /** Until when it stays free after the time asked for; empty where that says nothing. */
    public Optional<String> until() {
        return freeUntil.map(end -> PageWords.time(end, zone));
    }

    public String from() {
        return PageWords.time(shown.start(), zone);
    }

    public String to() {
        String end = PageWords.time(shown.end(), zone);
        return end.equals("00:00") ? "24:00" : end;
    }
}
