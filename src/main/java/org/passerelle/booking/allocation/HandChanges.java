package org.passerelle.booking.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Schedule;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/**
 * What was changed by hand on single dates of a series: the start, the length, or the rooms of a site. That stays when the
 * series changes, and the rest of the date goes along. Told by comparing a date with what its series gave it.
 */
final class HandChanges {

    private final Booking series;
    private final Directory directory;
    private final Map<Instant, Interval> given;

    /** @param starts that the series has by now */
    HandChanges(Booking series, RuleStarts starts, Directory directory) {
        this.series = series;
        this.directory = directory;
        this.given = starts.starts().stream()
                .collect(Collectors.toMap(
                        Recurrence.Start::instant,
                        start -> starts.schedule().dateAt(start.local()),
                        (one, other) -> one));
    }

    /** The time that {@code date} has when its series gives it {@code next} by {@code changed}. */
    Interval time(Occurrence date, Interval next, Schedule changed) {
        if (!series.schedule().recurs()) {
            return next;
        }
        Optional<Interval> was = Optional.ofNullable(given.get(date.recurrenceId()));
        boolean moved = !date.time().start().equals(date.recurrenceId());
        Optional<EventDuration> own = ownLength(date, was);
        if (!moved) {
            return own.map(length -> length.startingAt(next.start(), changed.zone()))
                    .orElse(next);
        }
        return own.orElse(changed.length()).startingAt(date.time().start(), changed.zone());
    }

    private Optional<EventDuration> ownLength(Occurrence date, Optional<Interval> was) {
        boolean isTheSeries = was.filter(date.time()::equals).isPresent();
        EventDuration length = series.schedule().lengthOf(date.time());
        return isTheSeries || length.equals(series.schedule().length()) ? Optional.empty() : Optional.of(length);
    }

    /** Whether anything of {@code date} was changed by hand. */
    boolean isAny(Occurrence date) {
        return series.schedule().recurs()
                && (!Optional.ofNullable(given.get(date.recurrenceId()))
                                .filter(date.time()::equals)
                                .isPresent()
                        || !date.wished().equals(series.rooms()));
    }

    /**
     * The rooms that {@code date} is to have when its series has {@code next}: at each site those of the series, unless it had
     * others there, or none, by hand.
     */
    List<RoomId> rooms(Occurrence date, List<RoomId> next) {
        List<RoomId> wished = date.wished();
        if (!series.schedule().recurs() || wished.equals(series.rooms())) {
            return next;
        }
        if (next.equals(series.rooms())) {
            return wished;
        }
        Map<Optional<SiteId>, List<RoomId>> given = bySite(series.rooms());
        Map<Optional<SiteId>, List<RoomId>> own = bySite(wished);
        Map<Optional<SiteId>, List<RoomId>> coming = bySite(next);
        List<RoomId> rooms = new ArrayList<>();
        coming.forEach((site, theirs) -> rooms.addAll(isOwn(site, own, given) ? at(site, own) : theirs));
        own.forEach((site, mine) -> {
            if (!coming.containsKey(site) && isOwn(site, own, given)) {
                rooms.addAll(mine);
            }
        });
        return rooms;
    }

    private static boolean isOwn(
            Optional<SiteId> site, Map<Optional<SiteId>, List<RoomId>> own, Map<Optional<SiteId>, List<RoomId>> given) {
        return !sorted(at(site, own)).equals(sorted(at(site, given)));
    }

    private static List<RoomId> at(Optional<SiteId> site, Map<Optional<SiteId>, List<RoomId>> rooms) {
        return rooms.getOrDefault(site, List.of());
    }

    private static List<RoomId> sorted(List<RoomId> rooms) {
        return rooms.stream().sorted().toList();
    }

    private Map<Optional<SiteId>, List<RoomId>> bySite(List<RoomId> rooms) {
        return rooms.stream()
                .collect(Collectors.groupingBy(
                        room -> directory.room(room).map(Room::site), LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * The rooms to place {@code date} in that is to have {@code wished} at {@code time}: those that stand in for them already,
     * as long as it is about the same time; what was taken then may be free at another.
     */
    static List<RoomId> settled(Occurrence date, List<RoomId> wished, Interval time) {
        if (!time.overlaps(date.time())) {
            return wished;
        }
        Map<RoomId, RoomId> standing = date.places().stream()
                .filter(place -> place.insteadOf().isPresent())
                .collect(Collectors.toMap(place -> place.wished(), place -> place.room(), (one, other) -> one));
        return wished.stream().map(room -> standing.getOrDefault(room, room)).toList();
    }

    /** The rooms named, all that there still are. */
    List<Room> known(List<RoomId> rooms) {
        return rooms.stream().map(directory::room).flatMap(Optional::stream).toList();
    }
}
