package org.passerelle.booking.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.passerelle.booking.busy.BusyTime;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;

/** When rooms are open: within their weekly hours on the clock of their site, on no closed day. */
public final class OpeningTimes {

    private OpeningTimes() {}

    /** The parts of {@code window} in which {@code room} of {@code site} is open: sorted, neither overlapping nor abutting. */
    public static List<Interval> within(Interval window, Room room, Site site) {
        LocalDate first = window.start().atZone(site.zone()).toLocalDate().minusDays(1);
        LocalDate last = window.end().atZone(site.zone()).toLocalDate().plusDays(1);
        List<Interval> open = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            on(day, room, site).stream()
                    .flatMap(hours -> hours.intersection(window).stream())
                    .forEach(open::add);
        }
        return Interval.merge(open);
    }

    /** Each of {@code stretches} without what lies in {@code shut}; both are sorted and without overlaps. */
    public static List<Interval> without(List<Interval> stretches, List<Interval> shut) {
        return stretches.stream()
                .flatMap(stretch ->
                        stretch
                                .without(shut.stream()
                                        .flatMap(each -> each.intersection(stretch).stream())
                                        .toList())
                                .stream())
                .toList();
    }

    /** When {@code room} of {@code site} is open on {@code day}, on to the next where its hours go past midnight; without what a closure takes. */
    public static List<Interval> on(LocalDate day, Room room, Site site) {
        if (isClosed(site, day)) {
            return List.of();
        }
        List<Interval> hours = room.rules().openingHours().on(day, site.zone());
        List<Interval> shut = site.closures().stream()
                .filter(closure -> closure.touches(day, day.plusDays(1)) && closure.concerns(room.id()))
                .flatMap(closure -> closure.during(site.zone()).stream())
                .toList();
        return shut.isEmpty() ? hours : without(Interval.merge(hours), Interval.merge(shut));
    }

    /** Whether {@code site} is shut on {@code day}, for a holiday or a closure, whatever the hours of its rooms. */
    public static boolean isClosed(Site site, LocalDate day) {
        return isClosed(site.closures(), day);
    }

    /** As {@link #isClosed(Site, LocalDate)}, of the closures of a site. */
    public static boolean isClosed(Collection<Closure> closures, LocalDate day) {
        return closures.stream().anyMatch(closure -> closure.covers(day));
    }

    /**
     * When {@code room} cannot be had within {@code window}: {@code taken}, and what is left of the time in which it is shut.
     *
     * @param taken when it is taken, within {@code window}
     * @return sorted by start, without overlaps
     */
    public static List<BusyTime> closedOrTaken(List<BusyTime> taken, Interval window, Room room, Site site) {
        List<Interval> other = new ArrayList<>(within(window, room, site));
        taken.forEach(time -> other.add(time.interval()));
        List<BusyTime> all = new ArrayList<>(taken);
        for (Interval closed : window.without(Interval.merge(other))) {
            all.add(new BusyTime(closed, BusyTime.BusyKind.UNAVAILABLE));
        }
        all.sort(Comparator.comparing(time -> time.interval().start()));
        return List.copyOf(all);
    }
}
