package org.passerelle.closure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;

/**
 * What a closure shuts: rooms for a time, and with them all that have a claim number in common with them. Pure.
 *
 * @param rooms every room that is shut
 * @param numbers of the rooms that were named; a room that is joined of one of them has others besides
 * @param time when; empty where the clocks of the site skip all of it
 */
record ShutRooms(Site site, List<Room> rooms, Set<Integer> numbers, Optional<Interval> time) {

    ShutRooms {
        rooms = List.copyOf(rooms);
        numbers = Set.copyOf(numbers);
    }

    /** Nothing if the site is not in {@code directory} any more. */
    static Optional<ShutRooms> of(ClosurePlan plan, Directory directory) {
        return directory.site(plan.site()).map(site -> {
            List<Room> all = directory.roomsAt(site.id());
            Set<Integer> numbers = all.stream()
                    .filter(room -> plan.closure().concerns(room.id()))
                    .flatMap(room -> room.numbers().stream())
                    .collect(Collectors.toSet());
            List<Room> shut = all.stream()
                    .filter(room -> room.numbers().stream().anyMatch(numbers::contains))
                    .toList();
            return new ShutRooms(site, shut, numbers, plan.closure().during(site.zone()));
        });
    }

    /** Those of the rooms of {@code date} that are shut while people would meet in them. */
    List<RoomId> roomsOf(Occurrence date) {
        if (time.filter(shut -> shut.overlaps(date.time())).isEmpty()) {
            return List.of();
        }
        return date.places().stream()
                .filter(place -> place.numbers().stream().anyMatch(numbers::contains))
                .map(Place::room)
                .distinct()
                .toList();
    }

    /** The dates of {@code bookings} that lie in it and are not over at {@code now}, and what is asked for there in the place of dates, by time. */
    List<AffectedDate> affected(String closure, List<Booking> bookings, Instant now) {
        return HitDates.of(closure, bookings, now, (booking, date) -> roomsOf(date));
    }

    /**
     * The claims that something booked within it would need one of, in pieces that each fit into a document: those of the opening
     * hours of each room from {@code since} on. At both ends as much is left out as a room keeps free around a meeting, for
     * what is booked beside a closure may reach into it that far.
     */
    List<List<Long>> claims(Instant since) {
        Set<Long> claims = new TreeSet<>();
        time.filter(shut -> shut.end().isAfter(since)).ifPresent(shut -> {
            Interval left = Interval.of(Interval.later(shut.start(), since), shut.end());
            rooms.forEach(room -> inner(left, room)
                    .ifPresent(inner -> open(room, inner)
                            .forEach(time -> Claims.of(shutOf(room), time).forEach(claims::add))));
        });
        List<Long> all = List.copyOf(claims);
        List<List<Long>> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Claims.MOST) {
            pieces.add(all.subList(from, Math.min(all.size(), from + Claims.MOST)));
        }
        return pieces;
    }

    private List<Integer> shutOf(Room room) {
        return room.numbers().stream().filter(numbers::contains).toList();
    }

    private static Optional<Interval> inner(Interval shut, Room room) {
        Instant start = shut.start().plus(room.longestBuffers().after());
        Instant end = shut.end().minus(room.longestBuffers().before());
        return start.isBefore(end) ? Optional.of(Interval.of(start, end)) : Optional.of(shut);
    }

    private List<Interval> open(Room room, Interval within) {
        List<Interval> open = new ArrayList<>();
        within.start()
                .atZone(site.zone())
                .toLocalDate()
                .minusDays(1)
                .datesUntil(within.end().atZone(site.zone()).toLocalDate().plusDays(1))
                .forEach(day -> room.rules().openingHours().on(day, site.zone()).stream()
                        .flatMap(hours -> hours.intersection(within).stream())
                        .forEach(open::add));
        return Interval.merge(open);
    }

    /** Every claim that {@code bookings} hold. */
    static Set<Long> held(List<Booking> bookings) {
        Set<Long> held = new HashSet<>();
        for (Booking booking : bookings) {
            for (long claim : booking.claims()) {
                held.add(claim);
            }
        }
        return held;
    }
}
