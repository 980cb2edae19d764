package org.passerelle.web.today;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.policy.OpeningTimes;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * When to look for a room at a site: at once, then at each half-hour of what is left of the day, then of the next day on which
 * it is open. Whether a room can be had then is not said.
 *
 * @param closed whether nothing of it is open any more today
 * @param next when it opens next, if it is closed; empty if that is not within three weeks
 */
record Moments(List<Interval> times, boolean closed, Optional<Instant> next) {

    private static final int SEARCHED_DAYS = 21;
    private static final int HALF_HOUR = 30;
    private static final int QUARTER = 15;

    static Moments of(Site site, Duration length, Instant now, Directory directory) {
        ZoneId zone = site.zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        List<Interval> openToday = open(site, today, directory);
        List<Interval> times = new ArrayList<>();
        Interval atOnce = atOnce(length, now, zone);
        if (openToday.stream().anyMatch(hours -> hours.encloses(atOnce))) {
            times.add(atOnce);
        }
        times.addAll(halfHours(openToday, length, now, zone));
        boolean closed = openToday.stream().noneMatch(hours -> hours.end().isAfter(now));
        List<Interval> next = today.plusDays(1)
                .datesUntil(today.plusDays(SEARCHED_DAYS))
                .map(day -> open(site, day, directory))
                .filter(hours -> !hours.isEmpty())
                .findFirst()
                .orElse(List.of());
        times.addAll(halfHours(next, length, now, zone));
        return new Moments(
                List.copyOf(times),
                closed,
                closed ? next.stream().map(Interval::start).min(Comparator.naturalOrder()) : Optional.empty());
    }

    /** From the slot that is going on, until a quarter of an hour by the clock. */
    static Interval atOnce(Duration length, Instant now, ZoneId zone) {
        Instant start = Slots.start(Slots.containing(now));
        ZonedDateTime end = start.plus(length).atZone(zone);
        int over = end.getMinute() % QUARTER;
        return Interval.of(
                start, end.plusMinutes(over == 0 ? 0 : QUARTER - over).toInstant());
    }

    /** When any of its rooms is open on {@code day}. */
    private static List<Interval> open(Site site, LocalDate day, Directory directory) {
        return Interval.merge(directory.roomsAt(site.id()).stream()
                .filter(room -> !room.isCarried())
                .flatMap(room -> OpeningTimes.on(day, room, site).stream())
                .toList());
    }

    private static List<Interval> halfHours(List<Interval> open, Duration length, Instant now, ZoneId zone) {
        List<Interval> times = new ArrayList<>();
        for (Interval hours : open) {
            ZonedDateTime start =
                    Interval.later(hours.start(), now).atZone(zone).truncatedTo(ChronoUnit.MINUTES);
            start = start.plusMinutes((HALF_HOUR - start.getMinute() % HALF_HOUR) % HALF_HOUR);
            if (!start.toInstant().isAfter(now)) {
                start = start.plusMinutes(HALF_HOUR);
            }
            while (!start.toInstant().plus(length).isAfter(hours.end())) {
                times.add(Interval.of(start.toInstant(), length));
                start = start.plusMinutes(HALF_HOUR);
            }
        }
        return times;
    }
}
