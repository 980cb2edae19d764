package org.passerelle.web.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.time.WallTime;
import org.passerelle.web.PageWords;

/**
 * The part of a site's day that its timeline shows, in whole local hours.
 *
 * @param shown from the earliest to the latest hour at which a room is open or held that day
 */
record DayWindow(LocalDate date, ZoneId zone, Interval shown) {

    private static final int USUAL_OPENING = 8;
    private static final int USUAL_CLOSING = 20;
    private static final int LAST_HOUR = 24;

    /** A stretch of the scale above the rooms: a label and its width in slots. */
    record Hour(String label, int width) {}

    /** The whole of a local day, from midnight to midnight. */
    static Interval day(LocalDate date, ZoneId zone) {
        return Interval.of(hour(date, 0, zone), hour(date, LAST_HOUR, zone));
    }

    static DayWindow of(LocalDate date, ZoneId zone, Collection<Room> rooms, Collection<Interval> held) {
        Interval day = day(date, zone);
        List<Interval> wanted = new ArrayList<>();
        rooms.forEach(room -> wanted.addAll(room.rules().openingHours().on(date, zone)));
        held.forEach(time -> time.intersection(day).ifPresent(wanted::add));
        if (wanted.isEmpty()) {
            return new DayWindow(
                    date, zone, Interval.of(hour(date, USUAL_OPENING, zone), hour(date, USUAL_CLOSING, zone)));
        }
        Instant first = day.end();
        Instant last = day.start();
        for (Interval time : wanted) {
            first = time.start().isBefore(first) ? time.start() : first;
            last = time.end().isAfter(last) ? time.end() : last;
        }
        return new DayWindow(date, zone, Interval.of(hourBefore(first, day, zone), hourAfter(last, day, zone)));
    }

    /** As many whole days as {@code dates}, each from the earliest to the latest hour on the wall at which a room is open or held on one of them. */
    static List<DayWindow> alike(
            List<LocalDate> dates, ZoneId zone, Collection<Room> rooms, Collection<Interval> held) {
        int first = LAST_HOUR;
        int last = 0;
        for (LocalDate date : dates) {
            Interval day = day(date, zone);
            List<Interval> inDay =
                    held.stream().filter(time -> time.overlaps(day)).toList();
            boolean isShut = rooms.stream()
                    .allMatch(room -> room.rules().openingHours().on(date, zone).isEmpty());
            if (isShut && inDay.isEmpty()) {
                continue;
            }
            Interval shown = of(date, zone, rooms, inDay).shown;
            first = Math.min(first, shown.start().atZone(zone).getHour());
            boolean isUntilMidnight = shown.end().equals(day.end());
            last = Math.max(
                    last, isUntilMidnight ? LAST_HOUR : shown.end().atZone(zone).getHour());
        }
        int from = first < last ? first : USUAL_OPENING;
        int to = first < last ? last : USUAL_CLOSING;
        return dates.stream().map(date -> between(date, from, to, zone)).toList();
    }

    /** An hour that the clocks leap over is shown with the next. */
    private static DayWindow between(LocalDate date, int from, int to, ZoneId zone) {
        Instant start = hour(date, from, zone);
        Instant end = hour(date, to, zone);
        return new DayWindow(date, zone, Interval.of(start, start.isBefore(end) ? end : hour(date, to + 1, zone)));
    }

    private static Instant hourBefore(Instant instant, Interval day, ZoneId zone) {
        Instant hour = instant.minus(minutes(instant, zone));
        return hour.isBefore(day.start()) ? day.start() : hour;
    }

    private static Instant hourAfter(Instant instant, Interval day, ZoneId zone) {
        Duration minutes = minutes(instant, zone);
        Instant hour = minutes.isZero() ? instant : instant.minus(minutes).plus(Duration.ofHours(1));
        return hour.isAfter(day.end()) ? day.end() : hour;
    }

    private static Duration minutes(Instant instant, ZoneId zone) {
        return Duration.ofMinutes(instant.atZone(zone).getMinute());
    }

    private static Instant hour(LocalDate date, int hour, ZoneId zone) {
        return WallTime.instant(date.atStartOfDay().plusHours(hour), zone);
    }

    /** The hours shown, each labelled with the local hour it begins with. */
    public List<Hour> hours() {
        List<Hour> hours = new ArrayList<>();
        Instant at = shown.start();
        while (at.isBefore(shown.end())) {
            Instant next = at.plus(Duration.ofHours(1));
            Instant end = next.isAfter(shown.end()) ? shown.end() : next;
            hours.add(new Hour(PageWords.time(at, zone), width(Interval.of(at, end))));
            at = end;
        }
        return hours;
    }

    /** How many slots of five minutes lie in {@code time}; both ends are on the grid. */
    static int width(Interval time) {
        return (int) (Slots.endExclusive(time) - Slots.first(time));
    }
}
