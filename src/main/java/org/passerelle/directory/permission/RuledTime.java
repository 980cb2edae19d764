package org.passerelle.directory.permission;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.time.Interval;
import org.passerelle.time.WeeklyHours;

/**
 * A part of some time, and what the permissions of a room leave somebody to do with the room then.
 *
 * @param because the line that says so; empty where none speaks of it, and the plain rules do
 */
public record RuledTime(Interval time, BookingGrant grant, Optional<BookingPermission> because) {

    /** No booking is so long; what is takes every line that speaks of any of its moments, without looking at each day. */
    private static final Duration LONGEST = Duration.ofDays(400);

    /**
     * {@code time} cut by the lines that speak of its parts.
     *
     * @param lines those that concern whoever asks, whatever their hours
     * @param otherwise what holds where none of them speaks
     */
    public static List<RuledTime> cut(
            Interval time, List<BookingPermission> lines, BookingGrant otherwise, ZoneId zone) {
        List<RuledTime> ruled = new ArrayList<>();
        List<Interval> left = List.of(time);
        for (BookingPermission line : lines) {
            Optional<WeeklyHours> during = line.conditions().during();
            List<Interval> rest = new ArrayList<>();
            for (Interval part : left) {
                List<Interval> within =
                        during.map(hours -> within(hours, part, zone)).orElse(List.of(part));
                within.forEach(each -> ruled.add(new RuledTime(each, line.may(), Optional.of(line))));
                rest.addAll(during.isPresent() && isLong(part) ? List.of(part) : part.without(within));
            }
            left = rest;
        }
        left.forEach(part -> ruled.add(new RuledTime(part, otherwise, Optional.empty())));
        return ruled;
    }

    private static List<Interval> within(WeeklyHours hours, Interval part, ZoneId zone) {
        if (hours.equals(WeeklyHours.NEVER)) {
            return List.of();
        }
        if (isLong(part) || hours.enclose(part, zone)) {
            return List.of(part);
        }
        LocalDate first = part.start().atZone(zone).toLocalDate().minusDays(1);
        LocalDate last = part.end().atZone(zone).toLocalDate().plusDays(1);
        List<Interval> within = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            hours.on(day, zone).forEach(open -> open.intersection(part).ifPresent(within::add));
        }
        return Interval.merge(within);
    }

    private static boolean isLong(Interval part) {
        return part.length().compareTo(LONGEST) > 0;
    }
}
